package org.liptako.pki.receipt;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.Zone;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.signature.ChainStatementVerifier;
import org.liptako.pki.signature.ExpectedSigner;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementRefusal;
import org.liptako.pki.trust.Acceptance;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.TrustHistory;
import org.liptako.pki.trust.TrustRefusal;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

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
        Party maker = maker(receipt, trust);
        return new AccountWriter(body, trust.number(), journals, entries, maker).write(Digest.over(file));
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

    private Party maker(Receipt receipt, TrustState trust) throws ReceiptException {
        ReceiptSeal seal = receipt.seal();
        Instant at = receipt.body().madeAt();
        ChainValidator validator = new ChainValidator(zone, trust.material(RevocationLists.none(), Set.of()));
        SignedStatement statement =
                new SignedStatement(ReceiptSeal.CONTEXT, receipt.bodyText().signed(), seal.signature(), seal.chain());
        try {
            Party maker = new ChainStatementVerifier(validator)
                    .verify(statement, ReceiptSeal.CONTEXT, new ExpectedSigner(Set.of(Role.NODE), null), at);
            requireNoStranger(validator, seal.chain(), at);
            return maker;
        } catch (StatementException e) {
            throw ReceiptException.refused(
                    e.refusal() == StatementRefusal.ALTERED ? "seal.signature" : "seal.chain",
                    e.french(),
                    String.valueOf(e.getMessage()));
        }
    }

    /** The seal's signature does not cover the chain: what leads nowhere may have been put there by anyone. */
    private static void requireNoStranger(ChainValidator validator, List<byte[]> chain, Instant at)
            throws ReceiptException {
        List<X509Certificate> path = validator.validate(new CandidateChain(chain), Expectation.signing(at))
                        instanceof Validation.Accepted good
                ? good.path()
                : List.of();
        boolean same = chain.size() <= path.size();
        for (int i = 0; same && i < chain.size(); i++) {
            same = Arrays.equals(CandidateChain.of(path).certificates().get(i), chain.get(i));
        }
        if (!same) {
            throw ReceiptException.refused(
                    "seal.chain",
                    "La chaîne porte un certificat qui ne mène à rien, ou dans un autre ordre.",
                    "The chain holds a certificate that leads nowhere, or in another order.");
        }
    }
}
