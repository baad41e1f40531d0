package org.liptako.node.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.registry.HeadedTable.Row;
import org.liptako.node.registry.HeadedTable.Value;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.yaml.YamlNode;

/**
 * A row of sites or datasets as an entry of a catalogue in YAML, so that both are checked by the same code.
 *
 * <p>Two things a spreadsheet may leave out: the State, which an identifier begins with, and a name in English, for which the French one stands.
 */
final class CatalogueRow {
    /** What stands in for a value whose absence is told of already; a row that is refused is not taken. */
    private static final String TOLD = State.ML.name();

    private final Row row;
    private final List<YamlNode.Entry> entries = new ArrayList<>();

    private CatalogueRow(Row row) {
        this.row = row;
    }

    static YamlNode node(TableKind kind, Row row) {
        CatalogueRow read = new CatalogueRow(row);
        row.values().forEach((column, values) -> {
            if (!column.key().startsWith("name.")) {
                read.put(column, values);
            }
        });
        if (kind == TableKind.DATASETS) {
            read.name();
            read.state(TableColumn.DATASET_ID, TableColumn.DATASET_HOME);
        } else {
            read.state(TableColumn.SITE_ID, TableColumn.SITE_STATE);
        }
        return new YamlNode.Mapping(read.entries, row.place());
    }

    private void put(TableColumn column, List<Value> values) {
        if (values.isEmpty()) {
            return;
        }
        YamlNode node = column.type().isList()
                ? new YamlNode.Sequence(
                        values.stream().map(CatalogueRow::scalar).toList(),
                        values.getFirst().place())
                : scalar(values.getFirst());
        entries.add(entry(column.key(), node));
    }

    private void name() {
        Optional<Value> known = row.cell(TableColumn.DATASET_FRENCH);
        if (known.isEmpty()) {
            row.mistakes().mistake(row.place(), CatalogueMistake.MISSING_KEY, TableColumn.DATASET_FRENCH.key());
        }
        Value french = known.orElse(new Value(TOLD, row.place()));
        Value english = row.cell(TableColumn.DATASET_ENGLISH).orElse(french);
        entries.add(entry(
                "name",
                new YamlNode.Mapping(
                        List.of(entry("fr", scalar(french)), entry("en", scalar(english))), french.place())));
    }

    private void state(TableColumn id, TableColumn state) {
        if (row.cell(state).isPresent()) {
            return;
        }
        Optional<Value> named = row.cell(id);
        Optional<String> code = named.map(Value::text)
                .filter(text -> text.length() > 2)
                .flatMap(text -> State.ofCode(text.substring(0, 2)))
                .map(State::name);
        // A place abroad is named XX: its country must be given. What has no proper name is refused for that alone.
        boolean abroad = code.isEmpty() && named.filter(CatalogueRow::isSite).isPresent();
        if (!abroad) {
            entries.add(entry(state.key(), new YamlNode.Scalar(code.orElse(TOLD), row.place())));
        }
    }

    private static boolean isSite(Value value) {
        try {
            return new SiteId(value.text()).state().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static YamlNode.Entry entry(String key, YamlNode value) {
        return new YamlNode.Entry(new YamlNode.Scalar(key, value.place()), value);
    }

    private static YamlNode scalar(Value value) {
        return new YamlNode.Scalar(value.text(), value.place());
    }
}
