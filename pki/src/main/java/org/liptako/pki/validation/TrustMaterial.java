package org.liptako.pki.validation;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.revocation.RevocationLists;

/**
 * What a validator believes. Immutable: new trust is a new validator.
 *
 * @param roots the only anchors
 * @param crossCertificates certificates of one root by another, tried as if every chain had presented them
 * @param revocation unless empty, every certificate below the anchor must be shown unrevoked by a current list of its
 *     issuer
 * @param distrustedAuthorities SHA-256 of the DER of CA certificates that count for nothing, whoever signed them
 */
public record TrustMaterial(
        List<X509Certificate> roots,
        List<X509Certificate> crossCertificates,
        RevocationLists revocation,
        Set<Digest> distrustedAuthorities) {
    public TrustMaterial {
        roots = List.copyOf(roots);
        crossCertificates = List.copyOf(crossCertificates);
        distrustedAuthorities = Set.copyOf(distrustedAuthorities);
    }

    /** Roots and nothing else, as before a federation's first trust state: revocation is not checked. */
    public static TrustMaterial ofRoots(List<X509Certificate> roots) {
        return new TrustMaterial(roots, List.of(), RevocationLists.none(), Set.of());
    }
}
