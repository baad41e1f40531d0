package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.rulebook.RuleLibrary;
import org.liptako.node.rulebook.reading.DecisionGrid;
import org.liptako.node.rulebook.reading.DecisionGrid.Outcome;

/** Reads what the rules in force decide of a State's data, as a table of letters. */
@Singleton
final class CoverageGridReader {
    private final RuleLibrary library;
    private final NodeConfig node;
    private final Clock clock;

    CoverageGridReader(RuleLibrary library, NodeConfig node, Clock clock) {
        this.library = library;
        this.node = node;
        this.clock = clock;
    }

    /** What a reader asked for, under its title. */
    record Shown(String title, CoverageGridPage page) {}

    /** @throws org.liptako.node.wire.Failure NOT_KNOWN if there is no such State or operation */
    Shown read(String code, String operation, Words words) {
        DecisionGrid grid = library.decisions(code, operation);
        List<String> places = grid.places().stream().map(words::of).toList();
        return new Shown(
                words.of("law.title.coverage", words.of(grid.name())),
                new CoverageGridPage(
                        words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                        grid.operations().stream()
                                .filter(one -> one.code().equals(grid.operation()))
                                .map(one -> words.of(one.label()))
                                .findFirst()
                                .orElse(grid.operation()),
                        grid.operations().stream()
                                .map(one -> new CoverageGridPage.OperationLink(
                                        words.of(one.label()),
                                        RuleLinks.coverage(grid.code(), one.code()),
                                        one.code().equals(grid.operation())))
                                .toList(),
                        words.of("law.assumed", words.of(grid.assumed())),
                        Stream.of(Outcome.values())
                                .map(outcome -> letter(outcome, words))
                                .toList(),
                        places,
                        grid.rows().stream().map(row -> row(row, places, words)).toList()));
    }

    private static CoverageGridPage.Row row(DecisionGrid.Row row, List<String> places, Words words) {
        List<CoverageGridPage.Cell> cells = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            DecisionGrid.Cell cell = row.cells().get(i);
            cells.add(new CoverageGridPage.Cell(
                    places.get(i),
                    letter(cell.outcome(), words),
                    cell.articles().stream()
                            .map(article -> new RuleLink(article, RuleLinks.article(article)))
                            .toList()));
        }
        return new CoverageGridPage.Row(words.of(row.data()), cells);
    }

    private static CoverageGridPage.Letter letter(Outcome outcome, Words words) {
        return new CoverageGridPage.Letter(
                outcome.name().toLowerCase(Locale.ROOT),
                words.of("law.letter." + outcome),
                words.of("law.outcome." + outcome));
    }
}
