package org.liptako.node.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;

/**
 * What is told beside copies: who allowed them, what States have against them, what challenges and operators say of them.
 *
 * @param at the instant that it is true of
 */
public record CopyCircumstances(
        Map<GrantSerial, GrantSummary> grants,
        List<CustodyStatement> disputes,
        List<FindingStatement> findings,
        List<KeyEnd> keyEnds,
        List<ErasureWord> erasures,
        List<ErasureAbroad> abroad,
        List<ChallengeStatement> challenges,
        List<SiteSilence> silences,
        Instant at) {
    public CopyCircumstances {
        grants = Map.copyOf(grants);
        disputes = List.copyOf(disputes);
        findings = List.copyOf(findings);
        keyEnds = List.copyOf(keyEnds);
        erasures = List.copyOf(erasures);
        abroad = List.copyOf(abroad);
        challenges = List.copyOf(challenges);
        silences = List.copyOf(silences);
    }

    /** Beside copies of several datasets, now. */
    static CopyCircumstances now(Registry registry, List<ReplicaStatement> copies, Instant now) {
        List<DatasetId> datasets =
                copies.stream().map(ReplicaStatement::dataset).distinct().toList();
        return new CopyCircumstances(
                grants(registry, copies),
                registry.disputes(),
                registry.findings(datasets),
                registry.keyEnds(datasets),
                registry.erasureWords(datasets),
                registry.erasuresAbroad(datasets),
                registry.challenges().of(datasets),
                registry.challenges().unreachable(),
                now);
    }

    /** Beside the copies of one dataset at an instant, as it was known at another. */
    static CopyCircumstances then(
            Registry registry, DatasetId dataset, List<ReplicaStatement> copies, Instant heldAt, Instant knownAt) {
        return new CopyCircumstances(
                grants(registry, copies),
                registry.disputes(heldAt, knownAt),
                registry.findings(dataset, heldAt, knownAt),
                registry.keyEnds(dataset, heldAt, knownAt),
                registry.erasureWords(dataset, heldAt, knownAt),
                registry.erasuresAbroad(dataset, heldAt, knownAt),
                registry.challenges().of(dataset, heldAt, knownAt),
                registry.challenges().unreachable(heldAt, knownAt),
                heldAt);
    }

    private static Map<GrantSerial, GrantSummary> grants(Registry registry, List<ReplicaStatement> copies) {
        List<GrantSerial> serials = copies.stream()
                .map(copy -> copy.state().grant())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return registry.grants(serials).stream().collect(Collectors.toMap(GrantSummary::serial, grant -> grant));
    }

    /** The grant that a copy came by; empty for one that was there before the federation, and where that grant is not known here. */
    public Optional<GrantSummary> grant(ReplicaStatement copy) {
        return Optional.ofNullable(copy.state().grant()).map(grants::get);
    }

    /** Who does not believe that a copy is kept. */
    public List<CustodyStatement> disputes(ReplicaStatement copy) {
        return disputes.stream().filter(dispute -> dispute.concerns(copy)).toList();
    }

    /** What States have against a copy where it lies. */
    public List<FindingStatement> findings(ReplicaStatement copy) {
        return findings.stream().filter(finding -> finding.concerns(copy)).toList();
    }

    /** The end of the key without which nobody can read a copy. */
    public Optional<KeyEnd> keyEnd(ReplicaStatement copy) {
        return keyEnds.stream()
                .filter(end -> copy.state().encrypted() && end.dataset().equals(copy.dataset()))
                .findFirst();
    }

    /** What an operator has signed on an erased copy. */
    public Optional<ErasureWord> erasure(ReplicaStatement copy) {
        return erasures.stream().filter(word -> word.concerns(copy)).findFirst();
    }

    /** What people have signed of the end of a copy outside the federation. */
    public Optional<ErasureAbroad> abroad(ReplicaStatement copy) {
        return abroad.stream().filter(end -> end.concerns(copy)).findFirst();
    }

    /** What the last challenges of a copy have shown, of the version that lies there. */
    public List<ChallengeStatement> challenges(ReplicaStatement copy) {
        return challenges.stream().filter(said -> said.concerns(copy)).toList();
    }

    /** Who cannot reach the site of a copy. */
    public List<SiteSilence> silences(ReplicaStatement copy) {
        return silences.stream()
                .filter(silence -> silence.site().equals(copy.site()))
                .toList();
    }

    /** How a copy stands; one that is sealed by a State that cannot reach its site, out of reach. */
    public ReplicaStatus status(ReplicaStatement copy) {
        boolean silent = silences(copy).stream()
                .anyMatch(silence -> silence.source().saidBy() == copy.source().saidBy());
        return silent && copy.state().status() == ReplicaStatus.SEALED
                ? ReplicaStatus.UNREACHABLE
                : copy.state().status();
    }
}
