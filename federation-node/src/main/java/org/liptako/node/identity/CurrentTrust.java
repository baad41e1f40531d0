package org.liptako.node.identity;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.trust.PastTrust;
import org.liptako.pki.trust.SigningTrust;
import org.liptako.pki.validation.ChainJudge;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.TrustMaterial;

/**
 * The validator by which this node believes others now: a new one for each change of what is trusted.
 *
 * <p>Whoever judges asks for it at each use. Safe for use by many threads.
 */
public final class CurrentTrust {
    private final Zone zone;
    private final TrustEpoch epoch;
    private volatile Believed believed;
    private volatile List<StateDistrust> distrusted = List.of();

    /** One moment's material, with the validators made of it. */
    private record Believed(
            TrustMaterial material, ChainValidator validator, ChainValidator withoutLists, ChainJudge signatures) {
        static Believed of(Zone zone, TrustMaterial material, PastTrust past) {
            ChainValidator validator = new ChainValidator(zone, material);
            return new Believed(
                    material,
                    validator,
                    new ChainValidator(zone, withoutLists(material)),
                    new SigningTrust(zone, validator, past));
        }

        private static TrustMaterial withoutLists(TrustMaterial material) {
            return new TrustMaterial(
                    material.roots(),
                    material.crossCertificates(),
                    RevocationLists.none(),
                    material.distrustedAuthorities(),
                    material.namedStateCas());
        }
    }

    CurrentTrust(Zone zone, TrustMaterial founding, TrustEpoch epoch) {
        this.zone = zone;
        this.believed = Believed.of(zone, founding, PastTrust.NONE);
        this.epoch = epoch;
    }

    public ChainValidator validator() {
        return believed.validator();
    }

    /** Judges what was signed, perhaps under an earlier trust state. */
    ChainJudge signatures() {
        return believed.signatures();
    }

    /** Believes the same authorities and looks at no revocation list: for this node's own certificate. */
    ChainValidator withoutLists() {
        return believed.withoutLists();
    }

    /**
     * For a server that is asked about trust and nothing else, when what is held here may be old: no revocation list
     * counts, a State CA counts that a later trust state may name, and so does a cross-certificate that the server shows, where a root believed here signed it
     * (RFC 4210 section 4.4). What such a server says is signed by others.
     *
     * @param shown the chain as the server presents it
     */
    ChainValidator forTrustAlone(List<X509Certificate> shown) {
        TrustMaterial now = believed.material();
        List<X509Certificate> crossCertificates = new ArrayList<>(now.crossCertificates());
        shown.stream()
                .filter(certificate -> now.roots().stream().anyMatch(root -> isCrossed(certificate, root)))
                .forEach(crossCertificates::add);
        return new ChainValidator(
                zone,
                new TrustMaterial(now.roots(), crossCertificates, RevocationLists.none(), now.distrustedAuthorities()));
    }

    /**
     * The cross-certificates that tie this chain's root to others, for whoever does not know that root yet.
     *
     * @param chain leaf first, without the root
     */
    List<X509Certificate> crossCertificatesOf(List<X509Certificate> chain) {
        return believed.material().crossCertificates().stream()
                .filter(cross ->
                        cross.getSubjectX500Principal().equals(chain.getLast().getIssuerX500Principal()))
                .toList();
    }

    /** Whether a root signed the certificate of another root; State CAs, which it signs too, stand for a State. */
    private static boolean isCrossed(X509Certificate certificate, X509Certificate root) {
        // A root may have an issuing CA, a State CA and another root below it; a State CA says 1 (RFC 5280 4.2.1.9).
        if (certificate.getBasicConstraints() <= 1
                || !certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal())
                || certificate.getSubjectX500Principal().equals(root.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(root.getPublicKey());
            return true;
        } catch (GeneralSecurityException notByIt) {
            return false;
        }
    }

    /** Why nothing that a State's CAs stand for is believed; empty if it is. */
    Optional<StateDistrust> distrusted(State state) {
        return distrusted.stream().filter(distrust -> distrust.state() == state).findFirst();
    }

    public TrustEpoch epoch() {
        return epoch;
    }

    /** Judges by other material from now on, and has all that is open judged again. */
    void believe(TrustMaterial changed, PastTrust past, List<StateDistrust> changedDistrust) {
        distrusted = changedDistrust;
        believed = Believed.of(zone, changed, past);
        epoch.advance();
    }
}
