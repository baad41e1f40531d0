package org.liptako.node.console;

import java.util.List;

/** A sentence, and the list that it announces. */
public record PassageRow(String words, List<String> items) {
    public PassageRow {
        items = List.copyOf(items);
    }
}
