package org.liptako.pki.receipt;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Zone;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.trust.Acceptance;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.trust.ListShelf;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.TrustHistory;
import org.liptako.pki.trust.TrustRefusal;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.validation.ChainValidator;

/**
 * Checks receipts with nothing but the regional root: from the root to the trust states, from the newest of them to the keys of the journals, from these to the
 * checkpoint, from the checkpoint to each entry, and from the entry to its payload. Every byte is bound by one of these or by the seal. Immutable and thread-safe.
 */
public final class ReceiptVerifier {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Zone zone;
    private final List<X509Certificate> roots;

    /** A verifier that believes these roots, and names of this zone. */
    public ReceiptVerifier(Zone zone, List<X509Certificate> roots) {
        this.zone = zone;
        this.roots = List.copyOf(roots);
    }

    /**
     * Whether a file proves what it claims to.
     *
     * @throws ReceiptException if it is no receipt at all; one that is refused is no failure
     */
    public ReceiptCheck check(byte[] file, Instant now) throws ReceiptException {
        try {
            return new ReceiptCheck.Proved(verify(file, now));
        } catch (ReceiptException e) {
            if (e.isUnreadable()) {
                throw e;
            }
            return new ReceiptCheck.Refused(e.field(), e.words());
        }
    }

    /**
     * What a file proves, and what it only states.
     *
     * @param now by the clock of whoever checks: nothing of a receipt can be of a later time
     * @throws ReceiptException if anything in it is not proved that ought to be; it names the field
     */
    public ReceiptAccount verify(byte[] file, Instant now) throws ReceiptException {
        Receipt receipt = ReceiptReader.read(file);
        new FieldCheck(receipt).check();
        ReceiptBody body = receipt.body();
        TrustState trust = trust(body, now);
        requireTime(body, trust, now);
        List<ProvedJournal> journals = new JournalCheck(zone, trust, body.madeAt()).check(body.journals());
        List<ProvedEntry> entries = new EntryCheck(journals).check(body);
        KindCheck.of(body).check(entries, journals);
        SealCheck seal = new SealCheck(zone, trust);
        Party maker = seal.maker(receipt);
        Signer sealer = new Signer("seal.chain", sealer(maker), seal.certificate(receipt), body.madeAt(), false);
        SignerStandings signers = signers(body, trust, new Proved(journals, entries), sealer, now);
        return new AccountWriter(body, trust.number(), journals, entries, maker, signers).write(Digest.over(file));
    }

    private static Words sealer(Party maker) {
        return new Words("le sceau de " + maker, "the seal of " + maker);
    }

    private record Proved(List<ProvedJournal> journals, List<ProvedEntry> entries) {}

    private SignerStandings signers(ReceiptBody body, TrustState trust, Proved proved, Signer sealer, Instant now)
            throws ReceiptException {
        if (body.lists().isEmpty()) {
            erasers(body, trust, proved, RevocationLists.none());
            return new SignerStandings(List.of(), List.of(), List.of());
        }
        ListShelf shelf = new ListCheck(trust, body.madeAt()).check(body.lists());
        List<Signer> signers = new ArrayList<>(List.of(sealer));
        signers.addAll(new EvidenceSigners(zone, trust, body.madeAt()).of(body.journals(), proved.journals()));
        signers.addAll(new TrustSigners(zone, roots, shelf.lists(), now).of(body.trust()));
        signers.addAll(erasers(body, trust, proved, shelf.lists()));
        return new SignerCheck(shelf, trust).check(signers);
    }

    /** In a receipt of what was said up to a date, each entry stands for itself. */
    private List<Signer> erasers(ReceiptBody body, TrustState trust, Proved proved, RevocationLists lists)
            throws ReceiptException {
        return body.kind() == ReceiptKind.ERASURE
                ? new ErasureSigners(zone, trust, lists).of(proved.entries())
                : List.of();
    }

    private TrustState trust(ReceiptBody body, Instant now) throws ReceiptException {
        TrustHistory history;
        try {
            history = TrustHistory.founded(zone, roots);
            new ChainValidator(zone, roots);
        } catch (IllegalArgumentException e) {
            throw ReceiptException.unreadable(
                    "--root",
                    "La racine ne peut servir : " + e.getMessage(),
                    "The root cannot be used: " + e.getMessage());
        }
        for (int i = 0; i < body.trust().size(); i++) {
            SignedTrustState offered = body.trust().get(i);
            history = switch (history.judge(offered, RevocationLists.none(), now)) {
                case Acceptance.Accepted accepted -> history.with(accepted);
                case Acceptance.AlreadyHeld ignored ->
                    throw ReceiptException.refused(
                            "trust[" + i + "].content",
                            "Cet état de confiance est deux fois dans le reçu.",
                            "This trust state is in the receipt twice.");
                case Acceptance.Refused refused -> throw refused("trust[" + i + "].", refused);
            };
        }
        return history.newest().map(HeldTrustState::state).orElseThrow();
    }

    private static ReceiptException refused(String path, Acceptance.Refused refused) {
        TrustRefusal reason = refused.refusal();
        boolean signatures = reason == TrustRefusal.NO_QUORUM
                || reason == TrustRefusal.UNSIGNED
                || reason == TrustRefusal.SELF_SIGNED;
        return ReceiptException.refused(
                path + (signatures ? "signatures" : "content"),
                refused.french() + " Vérifiez que --root est la racine de la fédération.",
                refused.english() + " Check that --root is the federation's root.");
    }

    private static void requireTime(ReceiptBody body, TrustState trust, Instant now) throws ReceiptException {
        if (body.madeAt().isAfter(now.plus(CLOCK_SKEW))) {
            throw ReceiptException.refused(
                    "madeAt",
                    "Le reçu est daté de l'avenir : vérifiez l'horloge de cette machine.",
                    "The receipt is dated in the future: check this machine's clock.");
        }
        if (body.madeAt().plus(CLOCK_SKEW).isBefore(trust.issuedAt())) {
            throw ReceiptException.refused(
                    "madeAt",
                    "Le reçu est daté d'avant l'état de confiance qu'il porte.",
                    "The receipt is dated before the trust state that it carries.");
        }
    }
}
