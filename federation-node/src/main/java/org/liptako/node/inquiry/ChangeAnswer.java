package org.liptako.node.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.ChangeCursor;
import org.liptako.node.registry.CopyChange;
import org.liptako.node.registry.CopyComparisons;
import org.liptako.node.registry.RequestFields;

/** What changed for a State's copies in a time. */
final class ChangeAnswer {
    private ChangeAnswer() {}

    static Page changes(Reader reader, Asked asked, Cursor after, int most) {
        List<CopyChange> read = new CopyComparisons(reader.registry().handle())
                .changes(asked.state(), asked.since(), asked.until(), cursor(after), most + 1);
        List<CopyChange> page = read.size() > most ? read.subList(0, most) : read;
        Map<DatasetId, Dataset> datasets = reader.registry()
                .datasets(page.stream()
                        .map(change -> change.copy().dataset())
                        .distinct()
                        .toList());
        return new Page(
                page.stream()
                        .filter(change -> reader.disclosure()
                                .shows(
                                        change.copy().dataset(),
                                        datasets.get(change.copy().dataset()),
                                        change.copy().state().country()))
                        .map(change -> CopyRows.draft(
                                        change.copy(),
                                        datasets.get(change.copy().dataset()))
                                .put(Column.BEFORE, Cell.of(change.before()))
                                .put(Column.GRANT, Cell.of(change.copy().state().grant()))
                                .from(change.copy().source()))
                        .toList(),
                read.size() > most ? cursor(page.getLast()) : Cursor.START);
    }

    private static ChangeCursor cursor(Cursor after) {
        if (after.isStart()) {
            return ChangeCursor.START;
        }
        List<String> parts = after.exactly(3);
        return new ChangeCursor(
                RequestFields.instant("page_token", parts.get(0)).orElse(Instant.EPOCH), parts.get(1), parts.get(2));
    }

    private static Cursor cursor(CopyChange last) {
        return Cursor.of(
                last.copy().source().heldFrom().toString(),
                last.copy().dataset().value(),
                last.copy().site().value());
    }
}
