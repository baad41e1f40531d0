package org.liptako.node.inquiry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.DatasetStatement;
import org.liptako.node.registry.KeyEnd;

/** Who holds the keys of a State's datasets, as the home State says; and which are no more. */
final class KeyAnswer {
    private KeyAnswer() {}

    static Page keys(Reader reader, Asked asked, Cursor after, int most) {
        String last = after.isStart() ? "" : after.exactly(1).getFirst();
        List<DatasetStatement> read = reader.registry().datasetsOf(asked.state(), last, most + 1);
        List<DatasetStatement> page = read.size() > most ? read.subList(0, most) : read;
        List<DatasetId> ids = page.stream().map(found -> found.dataset().id()).toList();
        Map<DatasetId, KeyEnd> ends = reader.registry().keyEnds(ids);
        Map<DatasetId, Dataset> inTheirLastClass = reader.registry().datasets(ids);
        return new Page(
                page.stream()
                        .filter(found -> reader.disclosure()
                                .shows(
                                        found.dataset().id(),
                                        inTheirLastClass.get(found.dataset().id())))
                        .map(found -> row(
                                found,
                                Optional.ofNullable(ends.get(found.dataset().id()))))
                        .toList(),
                read.size() > most ? Cursor.of(page.getLast().dataset().id().value()) : Cursor.START);
    }

    private static Row row(DatasetStatement found, Optional<KeyEnd> end) {
        Dataset dataset = found.dataset();
        return new Row.Draft()
                .put(Column.DATASET, Cell.of(dataset.id()))
                .put(Column.NAME, new Cell("", dataset.name()))
                .put(Column.KEY_CUSTODIAN, Cell.of(dataset.keyCustodianState()))
                .put(Column.KEY_APPROVED, Cell.of(dataset.keyCustodianApproved()))
                .put(Column.KEY_ENDED, Cell.of(end.map(KeyEnd::at)))
                .from(found.source());
    }
}
