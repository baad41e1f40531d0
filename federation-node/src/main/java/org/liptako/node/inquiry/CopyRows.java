package org.liptako.node.inquiry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.registry.CopyBackground;
import org.liptako.node.registry.CustodyStatement;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Copies as rows, with what belongs to each: its dataset, its grant, what States have against it. What is not disclosed to the caller is no row. */
final class CopyRows {
    private final Reader reader;

    CopyRows(Reader reader) {
        this.reader = reader;
    }

    List<Row> of(List<ReplicaStatement> copies) {
        CopyBackground background = reader.registry().background(copies);
        return copies.stream()
                .filter(copy -> reader.disclosure()
                        .shows(
                                copy.dataset(),
                                background.datasets().get(copy.dataset()),
                                copy.state().country()))
                .map(copy -> row(
                        copy,
                        background.datasets().get(copy.dataset()),
                        Optional.ofNullable(copy.state().grant())
                                .flatMap(serial ->
                                        Optional.ofNullable(background.grants().get(serial))),
                        against(copy, background.findings(), background.disputes())))
                .toList();
    }

    private static Row row(
            ReplicaStatement copy, @Nullable Dataset dataset, Optional<GrantSummary> grant, List<Sentence> against) {
        return draft(copy, dataset)
                .put(Column.CERTAINTY, Cell.of(certainty(copy)))
                .put(Column.ENCRYPTED, Cell.of(copy.state().encrypted()))
                .put(Column.SIZE_GB, Cell.of(dataset == null ? null : dataset.sizeGb()))
                .put(Column.GRANT, Cell.of(copy.state().grant()))
                .put(Column.EXPIRES, Cell.of(grant.map(GrantSummary::expires)))
                .put(
                        Column.ALLOWED_BY,
                        Cell.list(grant.map(GrantSummary::allowedBy).orElse(List.of()).stream()
                                .map(State::name)
                                .toList()))
                .put(
                        Column.RULES,
                        Cell.list(grant.map(GrantSummary::rules).orElse(List.of()).stream()
                                .map(CitedRule::id)
                                .toList()))
                .put(Column.AGAINST, Cell.words(against))
                .from(copy.source());
    }

    /** What every row on a copy begins with. */
    static Row.Draft draft(ReplicaStatement copy, @Nullable Dataset dataset) {
        return new Row.Draft()
                .put(Column.DATASET, Cell.of(copy.dataset()))
                .put(Column.NAME, dataset == null ? Cell.EMPTY : new Cell("", dataset.name()))
                .put(Column.SITE, Cell.of(copy.site()))
                .put(Column.COUNTRY, Cell.of(copy.state().country()))
                .put(Column.STATUS, Cell.of(copy.state().status()));
    }

    /** A sealed copy was proved against the manifest, chunk by chunk, by the node that says so; all else is only stated. */
    private static String certainty(ReplicaStatement copy) {
        return copy.state().status() == ReplicaStatus.SEALED && copy.authoritative() ? "PROVED" : "STATED";
    }

    private static List<Sentence> against(
            ReplicaStatement copy, List<FindingStatement> findings, List<CustodyStatement> disputes) {
        return Stream.concat(
                        findings.stream()
                                .filter(finding -> finding.concerns(copy))
                                .map(finding -> by(
                                        finding.source().saidBy(),
                                        finding.finding().words())),
                        disputes.stream()
                                .filter(dispute -> dispute.concerns(copy))
                                .map(dispute -> by(
                                        dispute.source().saidBy(),
                                        dispute.custody().words())))
                .distinct()
                .toList();
    }

    private static Sentence by(State state, Sentence words) {
        return new Sentence(state + " : " + words.fr(), state + ": " + words.en());
    }
}
