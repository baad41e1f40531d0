package org.liptako.node.registry;

import java.util.Arrays;
import java.util.List;
import org.liptako.node.wire.Sentence;

/** What the rows of a table are; its headings tell. */
@SuppressWarnings("ImmutableEnumChecker") // A sentence never changes.
enum TableKind {
    SITES("de lieux", "of sites"),
    DATASETS("de jeux de données", "of datasets"),
    COPIES("de copies", "of copies");

    private final Sentence words;

    TableKind(String fr, String en) {
        this.words = new Sentence(fr, en);
    }

    Sentence words() {
        return words;
    }

    List<TableColumn> columns() {
        return Arrays.stream(TableColumn.values())
                .filter(column -> column.kind() == this)
                .toList();
    }

    List<TableColumn> required() {
        return columns().stream().filter(TableColumn::isRequired).toList();
    }
}
