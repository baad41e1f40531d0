package org.liptako.node.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.ErasureLookup;
import org.liptako.node.journal.event.ErasureStatement;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.Coverage;
import org.liptako.registry.v1.CustodyDispute;
import org.liptako.registry.v1.Dataset;
import org.liptako.registry.v1.Erasure;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.Site;

/** The registry's records as messages; what is unknown is empty. */
final class RegistryMessages {
    private RegistryMessages() {}

    static Dataset dataset(org.liptako.node.journal.event.Dataset dataset) {
        return Dataset.newBuilder()
                .setId(dataset.id().value())
                .setHome(dataset.home().name())
                .setName(SentenceMessages.toMessage(dataset.name()))
                .setOwner(dataset.owner())
                .setClassification(Objects.requireNonNullElse(dataset.classification(), ""))
                .addAllCategories(dataset.categories())
                .setPersonal(Objects.requireNonNullElse(dataset.personal(), ""))
                .setStrategic(Objects.requireNonNullElse(dataset.strategic(), false))
                .setSizeGb(Objects.requireNonNullElse(dataset.sizeGb(), 0L))
                .setController(Objects.requireNonNullElse(dataset.controller(), ""))
                .build();
    }

    static Site site(org.liptako.node.journal.event.Site site) {
        Site.Builder message = Site.newBuilder()
                .setId(site.id().value())
                .setState(site.state().code())
                .setCity(site.city())
                .setName(site.name())
                .setControl(Objects.requireNonNullElse(site.control(), ""))
                .setTierEvidence(Objects.requireNonNullElse(site.tierEvidence(), ""))
                .setMutualised(Objects.requireNonNullElse(site.mutualised(), false))
                .setLatitude(site.latitude())
                .setLongitude(site.longitude())
                .setStanding(site.standing());
        Optional.ofNullable(site.ownerState()).ifPresent(owner -> message.setOwnerState(owner.code()));
        Optional.ofNullable(site.remoteAdminState()).ifPresent(admin -> message.setRemoteAdminState(admin.code()));
        Optional.ofNullable(site.tier()).ifPresent(message::setTier);
        return message.build();
    }

    static Replica replica(
            ReplicaStatement statement,
            Optional<GrantSummary> grant,
            List<CustodyStatement> disputes,
            List<FindingStatement> findings) {
        ReplicaState state = statement.state();
        Replica.Builder message = Replica.newBuilder()
                .setDataset(statement.dataset().value())
                .setSite(statement.site().value())
                .setState(state.country().code())
                .setStatus(state.status().name())
                .setHeldFrom(statement.source().heldFrom().toString())
                .setKnownFrom(statement.source().knownFrom().toString())
                .setSaidBy(statement.source().saidBy().name())
                .setJournalIndex(statement.source().journalIndex())
                .setEncrypted(state.encrypted())
                .addAllCustody(disputes.stream().map(RegistryMessages::dispute).toList())
                .addAllFindings(findings.stream().map(RegistryMessages::finding).toList());
        Optional.ofNullable(state.grant()).ifPresent(serial -> message.setGrant(serial.value()));
        Optional.ofNullable(state.versionRoot()).ifPresent(root -> message.setVersionRoot(root.value()));
        grant.ifPresent(summary -> message.addAllRules(
                        summary.rules().stream().map(RegistryMessages::inWords).toList())
                .addAllAllowedBy(summary.allowedBy().stream().map(State::name).toList()));
        return message.build();
    }

    /** The copy, with the end of its key where it is encrypted and has none any more. */
    static Replica withKeyEnd(Replica replica, List<KeyEnd> keyEnds) {
        return keyEnds.stream()
                .filter(end -> replica.getEncrypted() && end.dataset().value().equals(replica.getDataset()))
                .findFirst()
                .map(end -> replica.toBuilder()
                        .setUnreadableSince(end.at().toString())
                        .build())
                .orElse(replica);
    }

    /** The copy, with what an operator has signed of it where it is erased, as it stood at an instant. */
    static Replica withErasure(Replica replica, Optional<ErasureWord> word, Instant at) {
        // A copy abroad ends by what people sign there and then, without a grant of a node's.
        if (!replica.getStatus().equals(ReplicaStatus.ERASED.name())
                || replica.getGrant().isEmpty()) {
            return replica;
        }
        return replica.toBuilder()
                .setErasure(word.map(said -> erasure(said, at))
                        .orElseGet(() -> Erasure.newBuilder()
                                .setStanding(ErasureStanding.AWAITED.name())
                                .build()))
                .build();
    }

    /** The copy outside the federation, with who has signed that it is erased. */
    static Replica withErasureAbroad(Replica replica, ErasureAbroad end) {
        return replica.toBuilder()
                .setErasure(Erasure.newBuilder()
                        .setStanding(ErasureStanding.SIGNED_ABROAD.name())
                        .addAllSigners(end.signers())
                        .setDocument(end.document().hex())
                        .setJournalIndex(end.journalIndex()))
                .build();
    }

    private static Erasure erasure(ErasureWord word, Instant at) {
        ErasureStatement statement = word.statement();
        return Erasure.newBuilder()
                .setStanding(ErasureStanding.of(word, at).name())
                .addAllSigners(word.signers())
                .setName(statement.name())
                .setStatedAt(statement.at().toString())
                .setJournalIndex(word.journalIndex())
                .setRemainsUntil(
                        statement.remainsUntil().map(LocalDate::toString).orElse(""))
                .addAllLookups(statement.lookups().stream()
                        .map(RegistryMessages::lookup)
                        .toList())
                .build();
    }

    private static org.liptako.registry.v1.ErasureLookup lookup(ErasureLookup lookup) {
        return org.liptako.registry.v1.ErasureLookup.newBuilder()
                .setMedium(lookup.medium().name())
                .setLookedAt(lookup.lookedAt())
                .setFound(Objects.requireNonNullElse(lookup.found(), ""))
                .setDone(Objects.requireNonNullElse(lookup.done(), ""))
                .setBy(Optional.ofNullable(lookup.by()).map(LocalDate::toString).orElse(""))
                .build();
    }

    static org.liptako.registry.v1.CopyFinding finding(FindingStatement statement) {
        CopyFinding finding = statement.finding();
        return org.liptako.registry.v1.CopyFinding.newBuilder()
                .setDataset(statement.dataset().value())
                .setSite(statement.site().value())
                .setSaidBy(statement.source().saidBy().name())
                .setVerdict(finding.verdict())
                .setCause(finding.cause().name())
                .setSince(statement.source().heldFrom().toString())
                .setJournalIndex(statement.source().journalIndex())
                .setWords(SentenceMessages.toMessage(finding.words()))
                .addAllRules(finding.rules().stream().map(CitedRule::id).toList())
                .setRuleSet(finding.ruleSet().hex())
                .setMoveBy(Optional.ofNullable(finding.moveBy())
                        .map(Instant::toString)
                        .orElse(""))
                .build();
    }

    private static CustodyDispute dispute(CustodyStatement statement) {
        return CustodyDispute.newBuilder()
                .setSaidBy(statement.source().saidBy().name())
                .setCause(statement.custody().cause().name())
                .setTrustState(statement.custody().trustState())
                .setSince(statement.source().heldFrom().toString())
                .setJournalIndex(statement.source().journalIndex())
                .setWords(SentenceMessages.toMessage(statement.custody().words()))
                .build();
    }

    static Coverage coverage(RegistryCoverage.Part part) {
        Sentence words = SentenceMessages.toMessage(part.words());
        Coverage.Builder coverage = Coverage.newBuilder()
                .setState(part.state().name())
                .setCurrent(part.current())
                .setKnownAt(part.knownAt().map(Instant::toString).orElse(""))
                .setWords(words);
        part.witnessed().ifPresent(coverage::setWitnessedSize);
        return coverage.build();
    }

    private static String inWords(CitedRule rule) {
        return rule.id() + " : " + rule.title() + " (" + String.join(" ; ", rule.legalBasis()) + ")";
    }
}
