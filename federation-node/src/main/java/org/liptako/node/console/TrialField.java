package org.liptako.node.console;

import java.util.List;

/**
 * One fact that a form lets make up.
 *
 * @param name its dotted code
 * @param kind {@code one} or {@code some} of the choices, {@code country}, {@code number} or {@code text}
 * @param value what was written; empty for choices
 */
public record TrialField(String name, String label, String kind, List<Choice> choices, String value) {
    public TrialField {
        choices = List.copyOf(choices);
    }
}
