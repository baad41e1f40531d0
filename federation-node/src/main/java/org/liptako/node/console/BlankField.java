package org.liptako.node.console;

import java.util.List;

/**
 * A blank of a question, as a form asks for it.
 *
 * @param name as the command line writes it
 * @param kind {@code select}, or the type of an input
 * @param choices of a list; empty for an input
 */
public record BlankField(String name, String label, String kind, String value, List<Choice> choices, boolean required) {
    /** Where a sentence has no blank. */
    static final BlankField NONE = new BlankField("", "", "", "", List.of(), false);

    public BlankField {
        choices = List.copyOf(choices);
    }

    /** Whether it is chosen from a list. */
    public boolean listed() {
        return kind.equals("select");
    }
}
