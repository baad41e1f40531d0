package org.liptako.node.rulebook;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.identity.Signatory;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.EditionRemovalAsked;
import org.liptako.node.journal.event.EditionRemoved;
import org.liptako.node.journal.event.EditionSigned;
import org.liptako.node.journal.event.EditionSubmitted;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.quorum.SignatureVerdict;
import org.liptako.policy.edition.HeldEdition;

/** Journals what officers do with an edition before it is published, in the transaction in which they do it, and last in that. */
final class EditionSteps {
    private final Journal journal;

    EditionSteps(Journal journal) {
        this.journal = journal;
    }

    void submitted(Handle handle, HeldEdition held, Signatory by) {
        journal.append(
                handle,
                new EditionSubmitted(
                        journal.now(),
                        held.edition().jurisdiction().name(),
                        held.version(),
                        Digest.ofHex(held.digest()),
                        by.party(),
                        by.certificate(),
                        key(by)));
    }

    /** @param counted the signatures that are new */
    void signed(Handle handle, HeldEdition held, Signatory by, List<SignatureVerdict.Counted> counted) {
        counted.forEach(signature -> journal.append(
                handle,
                new EditionSigned(
                        journal.now(),
                        held.edition().jurisdiction().name(),
                        held.version(),
                        Digest.ofHex(held.digest()),
                        by.party(),
                        by.certificate(),
                        key(by),
                        signature.signer().toString(),
                        fingerprint(signature.certificate()),
                        Signatory.keyOf(signature.certificate()),
                        signature.signedAt())));
    }

    void removalAsked(Handle handle, HeldEdition held, Signatory by) {
        journal.append(
                handle,
                new EditionRemovalAsked(
                        journal.now(),
                        held.edition().jurisdiction().name(),
                        held.version(),
                        Digest.ofHex(held.digest()),
                        by.party(),
                        by.certificate(),
                        key(by)));
    }

    void removed(Handle handle, HeldEdition held, Signatory by, Optional<Signatory> askedBy) {
        journal.append(
                handle,
                new EditionRemoved(
                        journal.now(),
                        held.edition().jurisdiction().name(),
                        held.version(),
                        Digest.ofHex(held.digest()),
                        by.party(),
                        by.certificate(),
                        key(by),
                        askedBy.map(Signatory::party).orElse(null)));
    }

    /** Who acts now is known by their key; it is older journal entries that lack one. */
    private static String key(Signatory by) {
        return by.key().orElseThrow();
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Digest.over(certificate.getEncoded()).hex();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate whose signature counts cannot be written.", e);
        }
    }
}
