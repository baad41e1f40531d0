package org.liptako.node.console;

import java.util.List;

/**
 * Something that a form asks for, with what may be answered.
 *
 * @param label what is asked, in words
 */
public record TermField(String name, String label, List<Choice> choices) {

    public TermField {
        choices = List.copyOf(choices);
    }
}
