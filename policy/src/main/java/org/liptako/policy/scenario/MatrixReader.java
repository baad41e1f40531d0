package org.liptako.policy.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.policy.rules.Fields;
import org.liptako.policy.rules.Hint;
import org.liptako.policy.rules.Quoted;
import org.liptako.policy.yaml.YamlNode;

/** Reads a matrix: the bases of its rows against the bases of its columns, with one verdict for each pair. */
record MatrixReader(ScenarioFields fields) {

    private static final List<String> KEYS = List.of(
            "nom",
            "date",
            ScenarioFields.INHERITS,
            ScenarioFields.FACTS,
            ScenarioFields.WITHOUT,
            "lignes",
            "colonnes",
            "attendu");

    List<Draft> read(YamlNode node) {
        List<Draft> drafts = new ArrayList<>();
        fields.shapes().fields(node, "matrices", KEYS).ifPresent(matrix -> {
            Optional<String> name = fields.name(matrix);
            Optional<Instant> at = fields.date(matrix);
            FactSettings settings = fields.settings(matrix);
            List<String> rows = names(matrix, "lignes");
            List<String> columns = names(matrix, "colonnes");
            Map<String, List<YamlNode>> verdicts = verdicts(matrix, rows, columns.size());
            if (name.isEmpty() || at.isEmpty()) {
                return;
            }
            for (String row : rows) {
                List<YamlNode> cells = verdicts.getOrDefault(row, List.of());
                for (int i = 0; i < cells.size() && i < columns.size(); i++) {
                    YamlNode cell = cells.get(i);
                    String column = columns.get(i);
                    fields.verdict(cell)
                            .ifPresent(verdict -> drafts.add(new Draft(
                                    name.get() + " : " + row + " × " + column,
                                    cell.place(),
                                    fields.findings(),
                                    at.get(),
                                    crossed(settings, row, column),
                                    Expectation.of(verdict))));
                }
            }
        });
        return drafts;
    }

    /** The matrix's own facts stand over those of rows and columns. */
    private static FactSettings crossed(FactSettings settings, String row, String column) {
        List<String> bases =
                Stream.concat(settings.bases().stream(), Stream.of(row, column)).toList();
        return new FactSettings(bases, settings.given(), settings.without());
    }

    private List<String> names(Fields matrix, String key) {
        return matrix.require(key).map(node -> fields.texts(node, key)).orElse(List.of());
    }

    private Map<String, List<YamlNode>> verdicts(Fields matrix, List<String> rows, int columns) {
        Map<String, List<YamlNode>> verdicts = new HashMap<>();
        matrix.require("attendu")
                .flatMap(node -> fields.shapes().map(node, "attendu"))
                .ifPresent(map -> {
                    for (YamlNode.Entry line : map.entries()) {
                        String row = line.key().text();
                        if (!rows.contains(row)) {
                            fields.findings()
                                    .error(
                                            line.key().place(),
                                            ScenarioMistake.ROW_UNKNOWN,
                                            Quoted.of(row),
                                            new Hint(row, () -> rows));
                            continue;
                        }
                        List<YamlNode> cells =
                                fields.shapes().list(line.value(), row).orElse(List.of());
                        if (cells.size() != columns) {
                            fields.findings()
                                    .error(
                                            line.value().place(),
                                            ScenarioMistake.ROW_LENGTH,
                                            row,
                                            cells.size(),
                                            columns);
                        }
                        verdicts.put(row, cells);
                    }
                    rows.stream()
                            .filter(row -> !verdicts.containsKey(row))
                            .forEach(row ->
                                    fields.findings().error(map.place(), ScenarioMistake.ROW_MISSING, Quoted.of(row)));
                });
        return verdicts;
    }
}
