package org.liptako.node.rulebook.reading;

import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * What the rules in force decide of one operation on a State's data: each class of data at each kind of place.
 *
 * @param code of the State
 * @param operation its code
 * @param assumed what every cell takes for granted
 * @param operations all that there are, by code and label
 * @param places the columns
 */
public record DecisionGrid(
        String code,
        Bilingual name,
        String operation,
        Bilingual assumed,
        List<Operation> operations,
        List<Bilingual> places,
        List<Row> rows) {
    /** What may be asked for. */
    public record Operation(String code, Bilingual label) {}

    /** A class of data, with a cell for each kind of place. */
    public record Row(Bilingual data, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The engine's answer.
     *
     * @param articles those that decide; none where nothing permits
     */
    public record Cell(Outcome outcome, List<String> articles) {
        public Cell {
            articles = List.copyOf(articles);
        }
    }

    /** What an answer is. */
    public enum Outcome {
        PERMITTED,
        REFUSED,
        /** A duty and a refusal contradict each other; enforced as a refusal. */
        CONFLICT,
        /** It depends on other facts; enforced as a refusal while they are missing. */
        DEPENDS
    }

    public DecisionGrid {
        operations = List.copyOf(operations);
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }
}
