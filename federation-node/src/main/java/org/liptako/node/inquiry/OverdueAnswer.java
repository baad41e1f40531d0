package org.liptako.node.inquiry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.AsOf;
import org.liptako.node.registry.CopyComparisons;
import org.liptako.node.registry.FindingStatement;

/** Copies whose day to be moved, set by a finding of the home or the host State, is past. */
final class OverdueAnswer {
    private OverdueAnswer() {}

    static Page copies(Reader reader, Asked asked, Cursor after, int most) {
        AsOf asOf = reader.registry().asOf();
        List<FindingStatement> read = new CopyComparisons(reader.registry().handle())
                .overdue(asked.state(), asOf, CopyAnswer.cursor(after), most + 1);
        List<FindingStatement> page = read.size() > most ? read.subList(0, most) : read;
        Map<DatasetId, Dataset> datasets = reader.registry()
                .datasets(
                        page.stream().map(FindingStatement::dataset).distinct().toList());
        return new Page(
                page.stream()
                        .filter(finding -> shows(reader, finding, datasets.get(finding.dataset())))
                        .map(finding -> row(finding, datasets.get(finding.dataset()), asOf))
                        .toList(),
                read.size() > most ? cursor(page.getLast()) : Cursor.START);
    }

    private static boolean shows(Reader reader, FindingStatement finding, @Nullable Dataset dataset) {
        return reader.disclosure().shows(finding.dataset(), dataset)
                || finding.site()
                        .state()
                        .filter(reader.disclosure().reader()::equals)
                        .isPresent();
    }

    private static Row row(FindingStatement finding, @Nullable Dataset dataset, AsOf asOf) {
        return new Row.Draft()
                .put(Column.DATASET, Cell.of(finding.dataset()))
                .put(Column.NAME, dataset == null ? Cell.EMPTY : new Cell("", dataset.name()))
                .put(Column.SITE, Cell.of(finding.site()))
                .put(Column.VERDICT, Cell.of(finding.finding().verdict()))
                .put(Column.MOVE_BY, Cell.of(finding.finding().moveBy()))
                .put(
                        Column.LATE_DAYS,
                        Cell.days(
                                Objects.requireNonNull(finding.finding().moveBy(), "it was looked for by"),
                                asOf.held()))
                .put(
                        Column.RULES,
                        Cell.list(finding.finding().rules().stream()
                                .map(CitedRule::id)
                                .toList()))
                .put(Column.WORDS, new Cell("", finding.finding().words()))
                .from(finding.source());
    }

    private static Cursor cursor(FindingStatement last) {
        return Cursor.of(
                last.dataset().value(),
                last.site().value(),
                last.source().saidBy().name());
    }
}
