package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.rulebook.reading.DecisionGrid;
import org.liptako.node.rulebook.reading.DecisionGrid.Cell;
import org.liptako.node.rulebook.reading.DecisionGrid.Operation;
import org.liptako.node.rulebook.reading.DecisionGrid.Outcome;
import org.liptako.node.rulebook.reading.DecisionGrid.Row;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.document.DataClass;
import org.liptako.policy.document.DecisionTable;
import org.liptako.policy.document.KindOfPlace;
import org.liptako.policy.explain.FactsWords;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.FactWord;

/** The decision tables of the document that officers sign, one operation at a time. */
final class DecisionGrids {
    private DecisionGrids() {}

    static DecisionGrid of(RuleSet rules, Jurisdiction home, String operation, Instant at) {
        List<FactWord> operations = rules.vocabulary().theFact("operation").words();
        DecisionTable table = DecisionTable.of(rules, home, at, BookNames.operation(operations, operation));
        return new DecisionGrid(
                home.name(),
                home.label(),
                table.operation().code(),
                printed(FactsWords.of(DecisionTable.assumed(rules, home, at))),
                operations.stream()
                        .map(one -> new Operation(one.code(), printed(one.label())))
                        .toList(),
                table.places().stream()
                        .map(KindOfPlace::label)
                        .map(DecisionGrids::printed)
                        .toList(),
                rows(table));
    }

    private static List<Row> rows(DecisionTable table) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < table.classes().size(); i++) {
            DataClass data = table.classes().get(i);
            rows.add(new Row(
                    printed(data.label()),
                    table.rows().get(i).stream()
                            .map(cell -> new Cell(outcome(cell.verdict()), cell.rules()))
                            .toList()));
        }
        return rows;
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case PERMIT -> Outcome.PERMITTED;
            case DENY -> Outcome.REFUSED;
            case CONFLICT -> Outcome.CONFLICT;
            case INDETERMINATE -> Outcome.DEPENDS;
        };
    }

    private static Bilingual printed(Bilingual text) {
        return new Bilingual(FrenchText.of(text.fr()), text.en());
    }
}
