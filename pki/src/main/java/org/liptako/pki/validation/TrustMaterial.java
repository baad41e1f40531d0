package org.liptako.pki.validation;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * @param namedStateCas SHA-256 of the DER of the State CAs that count, so that a root's key alone makes none; null where nobody has named them yet, and each counts that
 *     a root signed
 */
public record TrustMaterial(
        List<X509Certificate> roots,
        List<X509Certificate> crossCertificates,
        RevocationLists revocation,
        Set<Digest> distrustedAuthorities,
        @Nullable Set<Digest> namedStateCas) {
    public TrustMaterial {
        roots = List.copyOf(roots);
        crossCertificates = List.copyOf(crossCertificates);
        distrustedAuthorities = Set.copyOf(distrustedAuthorities);
        namedStateCas = namedStateCas == null ? null : Set.copyOf(namedStateCas);
    }

    /** Believes every State CA that a root signed. */
    public TrustMaterial(
            List<X509Certificate> roots,
            List<X509Certificate> crossCertificates,
            RevocationLists revocation,
            Set<Digest> distrustedAuthorities) {
        this(roots, crossCertificates, revocation, distrustedAuthorities, null);
    }

    /** Roots and nothing else, as before a federation's first trust state: revocation is not checked. */
    public static TrustMaterial ofRoots(List<X509Certificate> roots) {
        return new TrustMaterial(roots, List.of(), RevocationLists.none(), Set.of());
    }
}
