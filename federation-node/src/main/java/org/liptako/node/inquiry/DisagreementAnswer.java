package org.liptako.node.inquiry;

import java.util.List;
import java.util.Map;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.CopyComparisons;
import org.liptako.node.registry.CopyDisagreement;
import org.liptako.node.registry.ReplicaStatement;

/** Copies of which one State says what the State with the last word denies. */
final class DisagreementAnswer {
    private DisagreementAnswer() {}

    static Page copies(Reader reader, Asked asked, Cursor after, int most) {
        List<CopyDisagreement> read = new CopyComparisons(reader.registry().handle())
                .disagreements(asked.state(), reader.registry().asOf().held(), CopyAnswer.cursor(after), most + 1);
        List<CopyDisagreement> page = read.size() > most ? read.subList(0, most) : read;
        Map<DatasetId, Dataset> datasets = reader.registry()
                .datasets(page.stream()
                        .map(found -> found.lastWord().dataset())
                        .distinct()
                        .toList());
        return new Page(
                page.stream()
                        .filter(found -> {
                            ReplicaStatement copy = found.lastWord();
                            return reader.disclosure()
                                    .shows(
                                            copy.dataset(),
                                            datasets.get(copy.dataset()),
                                            copy.state().country());
                        })
                        .map(found -> CopyRows.draft(
                                        found.lastWord(),
                                        datasets.get(found.lastWord().dataset()))
                                .put(
                                        Column.OTHER_STATE,
                                        Cell.of(found.other().source().saidBy()))
                                .put(
                                        Column.OTHER_STATUS,
                                        Cell.of(found.other().state().status()))
                                .from(found.lastWord().source()))
                        .toList(),
                read.size() > most ? CopyAnswer.cursor(page.getLast().other()) : Cursor.START);
    }
}
