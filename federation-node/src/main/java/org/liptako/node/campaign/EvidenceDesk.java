package org.liptako.node.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.Signatory;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.ExternalErasureSigned;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.SignatureVerdict;
import org.liptako.pki.quorum.SigningPeriod;

/**
 * Takes what people sign of the erasure of a copy abroad. Once two people, by name and by key, have signed the same document, the copy is erased in the journal with the
 * second signature; no copy is before it is sealed at home. The same signature again does nothing twice. Thread-safe.
 */
final class EvidenceDesk {
    private static final int PEOPLE = 2;

    private final Jdbi jdbi;
    private final Journal journal;
    private final NodeTrust trust;
    private final OpenCampaigns campaigns;

    EvidenceDesk(Jdbi jdbi, Journal journal, NodeTrust trust) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.trust = trust;
        this.campaigns = new OpenCampaigns(journal.state());
    }

    /**
     * What a person signs.
     *
     * @param document SHA-256 over the document
     * @param signature CMS SignedData, detached
     */
    @SuppressWarnings("ArrayRecordComponent") // Shared with nobody, and never compared.
    record Word(CampaignKey key, Digest document, String title, byte[] signature) {}

    /** @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, SITE_NOT_ENTITLED, STATEMENT_INVALID, or NOT_READY where the copy is not sealed at home */
    void sign(Caller caller, Word word) {
        RepatriatedCopy copy = jdbi.withHandle(handle -> signable(handle, word.key()));
        copy.plan().ifPresent(plan -> caller.mustActFor(plan.home()));
        ExternalErasureSigned signed = signed(caller, word);
        mustHaveSigned(caller, signed, word.signature(), copy);
        journal.appendUnsaid(handle -> {
            RepatriatedCopy now = signable(handle, word.key());
            List<ErasureSignature> before = campaigns.store().signatures(handle, now.key()).stream()
                    .filter(one -> one.document().equals(word.document()))
                    .toList();
            before.forEach(one -> mustNotCountTwice(one.by(), caller));
            boolean again = before.stream().map(ErasureSignature::by).anyMatch(caller.signatory()::isOneWith);
            return again || now.stage() == RepatriationStage.DONE ? List.of() : events(signed, before);
        });
    }

    private static List<JournalEvent> events(ExternalErasureSigned signed, List<ErasureSignature> before) {
        List<JournalEvent> events = new ArrayList<>(List.of(signed));
        List<String> signers = new ArrayList<>(
                Signatory.people(before.stream().map(ErasureSignature::by).toList()).stream()
                        .map(Signatory::party)
                        .toList());
        signers.add(signed.by());
        if (signers.size() >= PEOPLE) {
            events.add(new ExternalCopyErased(
                    signed.at(), signed.campaign(), signed.dataset(), signed.site(), signed.document(), signers));
        }
        return events;
    }

    /** The same person in the same role says it again; in another, or under another name, they take themselves for a second person. */
    private static void mustNotCountTwice(Signatory before, Caller caller) {
        String now = caller.signatory().party();
        if (caller.signatory().isOneWith(before) && !before.party().equals(now)) {
            throw refused(
                    "« " + now + " » est la même personne, de nom ou de clé, que « " + before.party()
                            + " », qui a déjà signé ce document ; il en faut une autre.",
                    "\"" + now + "\" is the same person, by name or by key, as \"" + before.party()
                            + "\", who has signed this document already; it takes another.");
        }
    }

    private RepatriatedCopy signable(Handle handle, CampaignKey key) {
        campaigns.get(handle, key.campaign());
        RepatriatedCopy copy = campaigns.copy(handle, key.campaign(), key.dataset(), Optional.of(key.site()));
        if (copy.sealedAt().isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La copie de " + copy.dataset()
                            + " n'est pas encore scellée au pays : rien n'atteste qu'on puisse se"
                            + " passer de celle de " + copy.site() + ".",
                    "The copy of " + copy.dataset() + " is not sealed at home yet: nothing shows that the one at "
                            + copy.site() + " can be done without.");
        }
        return copy;
    }

    private ExternalErasureSigned signed(Caller caller, Word word) {
        return new ExternalErasureSigned(
                journal.now(),
                word.key().campaign(),
                word.key().dataset(),
                word.key().site(),
                word.document(),
                word.title(),
                caller.party().toString(),
                caller.fingerprint(),
                caller.key(),
                Base64.getEncoder().encodeToString(word.signature()));
    }

    /** Who calls must have signed, and with the key that they call with: nobody hands in another's signature. */
    private void mustHaveSigned(Caller caller, ExternalErasureSigned said, byte[] signature, RepatriatedCopy copy) {
        QuorumRule rule = QuorumRule.of(caller.role(), journal.state(), 1);
        SigningPeriod period = new SigningPeriod(copy.sealedAt().orElse(Instant.EPOCH), said.at());
        switch (trust.quorum().verify(said.statement().toJson(), signature, rule, period)) {
            case QuorumOutcome.Reached reached -> {
                if (!reached.signers().stream().allMatch(counted -> isTheirs(caller, counted))) {
                    throw refused(
                            "elle est d'une autre personne que l'appelant, ou d'une autre clé que la sienne",
                            "it is another person's than the caller's, or another key's than theirs");
                }
            }
            case QuorumOutcome.Unreadable unreadable ->
                throw refused(unreadable.reason().french(), unreadable.reason().english());
            case QuorumOutcome.NotReached lacking -> throw refused(lacking.french(), lacking.english());
        }
    }

    private static boolean isTheirs(Caller caller, SignatureVerdict.Counted counted) {
        return counted.signer().equals(caller.party())
                && Signatory.keyOf(counted.certificate()).equals(caller.key());
    }

    private static Failure refused(String fr, String en) {
        return Failure.of(
                ErrorCode.STATEMENT_INVALID,
                "La signature de la preuve d'effacement n'est pas recevable : " + fr,
                "The signature on the evidence of erasure cannot be taken: " + en);
    }
}
