package org.liptako.node.inquiry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.CopyFilter;
import org.liptako.node.registry.ErasureAbroad;
import org.liptako.node.registry.ErasureStanding;
import org.liptako.node.registry.ErasureWord;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;

/** A State's erased copies: what operators have signed of what a node cannot see, and what people have signed of copies outside the federation. */
final class ErasureAnswer {
    private ErasureAnswer() {}

    static Page copies(Reader reader, Asked asked, Cursor after, int most) {
        List<ReplicaStatement> read = reader.registry()
                .copies(
                        new CopyFilter(new CopyFilter.OfHome(asked.state()), List.of(ReplicaStatus.ERASED.name())),
                        CopyAnswer.cursor(after),
                        most + 1);
        List<ReplicaStatement> page = read.size() > most ? read.subList(0, most) : read;
        List<DatasetId> ids =
                page.stream().map(ReplicaStatement::dataset).distinct().toList();
        Map<DatasetId, Dataset> datasets = reader.registry().datasets(ids);
        List<ErasureWord> words = reader.registry().erasureWords(ids);
        List<ErasureAbroad> abroad = reader.registry().erasuresAbroad(ids);
        return new Page(
                page.stream()
                        .filter(copy -> reader.disclosure()
                                .shows(
                                        copy.dataset(),
                                        datasets.get(copy.dataset()),
                                        copy.state().country()))
                        .map(copy -> abroad.stream()
                                .filter(signed -> signed.concerns(copy))
                                .findFirst()
                                .map(signed -> abroad(copy, datasets.get(copy.dataset()), signed))
                                .orElseGet(() -> row(
                                        reader,
                                        copy,
                                        datasets.get(copy.dataset()),
                                        words.stream()
                                                .filter(word -> word.concerns(copy))
                                                .findFirst())))
                        .toList(),
                read.size() > most ? CopyAnswer.cursor(page.getLast()) : Cursor.START);
    }

    /** No node has removed it: people answer for a document that says so. */
    private static Row abroad(ReplicaStatement copy, @Nullable Dataset dataset, ErasureAbroad signed) {
        return CopyRows.draft(copy, dataset)
                .put(Column.STANDING, Cell.of(ErasureStanding.SIGNED_ABROAD))
                .put(Column.SIGNERS, Cell.list(signed.signers()))
                .put(Column.DOCUMENT, Cell.of(signed.document().hex()))
                .from(copy.source());
    }

    private static Row row(
            Reader reader, ReplicaStatement copy, @Nullable Dataset dataset, Optional<ErasureWord> word) {
        return CopyRows.draft(copy, dataset)
                .put(Column.GRANT, Cell.of(copy.state().grant()))
                .put(
                        Column.STANDING,
                        Cell.of(word.map(said -> ErasureStanding.of(
                                        said, reader.registry().asOf().held()))
                                .orElse(ErasureStanding.AWAITED)))
                .put(Column.SIGNERS, Cell.list(word.map(ErasureWord::signers).orElse(List.of())))
                .put(
                        Column.REMAINS_UNTIL,
                        Cell.of(word.flatMap(said -> said.statement().remainsUntil())))
                .from(copy.source());
    }
}
