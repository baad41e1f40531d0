package org.liptako.node.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.possession.holding.ProofDates;
import org.liptako.node.possession.holding.ProofDates.Challenge;
import org.liptako.node.possession.holding.ProofDates.ProofDate;
import org.liptako.node.registry.CopyFilter;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.registry.RequestFields;

/**
 * Copies whose last proof is old: first those that were never proved, or no longer are; then those that failed another State's challenge since; then the oldest
 * proof where they lie first, unless another State's challenge has proved them in the meantime.
 */
final class ProofAnswer {
    private static final List<String> UNPROVEN =
            List.of(ReplicaStatus.EXTERNAL.name(), ReplicaStatus.QUARANTINED.name(), ReplicaStatus.UNPROVEN.name());
    private static final String WITHOUT = "without";
    private static final String FAILED = "failed";
    private static final String WITH = "with";
    private static final int MOST_COPIES = 100_000;

    private ProofAnswer() {}

    static Page copies(Reader reader, Asked asked, Cursor after, int most) {
        if (!after.isStart() && after.parts().getFirst().equals(WITH)) {
            return proved(reader, asked, after, most);
        }
        if (!after.isStart() && after.parts().getFirst().equals(FAILED)) {
            return failed(reader, asked, after, most);
        }
        List<ReplicaStatement> read = reader.registry()
                .copies(
                        new CopyFilter(new CopyFilter.OfHome(asked.state()), UNPROVEN),
                        CopyAnswer.cursor(after.isStart() ? after : after.without(WITHOUT)),
                        most + 1);
        List<ReplicaStatement> page = read.size() > most ? read.subList(0, most) : read;
        Cursor next =
                read.size() > most ? CopyAnswer.cursor(page.getLast()).with(WITHOUT) : Cursor.of(FAILED, "", "", "");
        return new Page(rows(reader, page), next);
    }

    private static Page failed(Reader reader, Asked asked, Cursor after, int most) {
        List<String> parts = after.exactly(4);
        String place = parts.get(2).isEmpty() ? "" : parts.get(2) + "/" + parts.get(3);
        List<ProofDate> read =
                new ProofDates(reader.registry().handle()).failed(asked.state(), parts.get(1), place, most + 1);
        List<ProofDate> page = read.size() > most ? read.subList(0, most) : read;
        Cursor next = read.size() > most
                ? failedCursor(page.getLast())
                : Cursor.of(WITH, Instant.EPOCH.toString(), "", "", "");
        return new Page(dated(reader, asked, page), next);
    }

    private static List<Row> rows(Reader reader, List<ReplicaStatement> page) {
        Map<DatasetId, Dataset> datasets = reader.registry()
                .datasets(
                        page.stream().map(ReplicaStatement::dataset).distinct().toList());
        return page.stream()
                .filter(copy -> shows(reader, copy, datasets))
                .map(copy -> CopyRows.draft(copy, datasets.get(copy.dataset())).from(copy.source()))
                .toList();
    }

    private static Page proved(Reader reader, Asked asked, Cursor after, int most) {
        List<String> parts = after.exactly(5);
        List<ProofDate> read = new ProofDates(reader.registry().handle())
                .before(
                        asked.state(),
                        asked.now().minus(Duration.ofDays(asked.days())),
                        new ProofDates.After(
                                RequestFields.instant("page_token", parts.get(1))
                                        .orElse(Instant.EPOCH),
                                parts.get(2),
                                parts.get(3),
                                parts.get(4)),
                        most + 1);
        List<ProofDate> page = read.size() > most ? read.subList(0, most) : read;
        return new Page(dated(reader, asked, page), read.size() > most ? cursor(page.getLast()) : Cursor.START);
    }

    private static List<Row> dated(Reader reader, Asked asked, List<ProofDate> page) {
        List<DatasetId> ids = page.stream().map(ProofDate::dataset).distinct().toList();
        List<ReplicaStatement> copies = reader.registry()
                .copies(
                        new CopyFilter(new CopyFilter.OfAny(ids), List.of(ReplicaStatus.SEALED.name())),
                        CopyAnswer.cursor(Cursor.START),
                        MOST_COPIES);
        Map<DatasetId, Dataset> datasets = reader.registry().datasets(ids);
        List<Row> rows = new ArrayList<>();
        for (ProofDate proof : page) {
            of(proof, copies)
                    .filter(copy -> shows(reader, copy, datasets))
                    .ifPresent(copy -> rows.add(CopyRows.draft(copy, datasets.get(copy.dataset()))
                            .put(Column.PROVED_AT, Cell.of(proof.at()))
                            .put(Column.AGE_DAYS, Cell.days(proof.latest(), asked.now()))
                            .put(Column.CHALLENGED_AT, Cell.of(proof.challenge().map(Challenge::at)))
                            .put(Column.CHALLENGE, Cell.of(proof.challenge().map(Challenge::outcome)))
                            .put(Column.CHALLENGER, Cell.of(proof.challenge().map(Challenge::by)))
                            .from(copy.source())));
        }
        return rows;
    }

    /** An older version at the same site is no copy of its own to the registry. */
    private static Optional<ReplicaStatement> of(ProofDate proof, List<ReplicaStatement> copies) {
        return copies.stream()
                .filter(copy -> copy.dataset().equals(proof.dataset())
                        && copy.site().equals(proof.site())
                        && copy.state().versionRoot() != null
                        && copy.state().versionRoot().value().equals(proof.versionRoot()))
                .findFirst();
    }

    private static boolean shows(Reader reader, ReplicaStatement copy, Map<DatasetId, Dataset> datasets) {
        return reader.disclosure()
                .shows(
                        copy.dataset(),
                        datasets.get(copy.dataset()),
                        copy.state().country());
    }

    private static Cursor failedCursor(ProofDate last) {
        return Cursor.of(
                FAILED,
                last.dataset().value(),
                last.site().value(),
                last.challenge().map(challenge -> challenge.by().name()).orElse(""));
    }

    private static Cursor cursor(ProofDate last) {
        return Cursor.of(
                WITH, last.at().toString(), last.dataset().value(), last.site().value(), last.versionRoot());
    }
}
