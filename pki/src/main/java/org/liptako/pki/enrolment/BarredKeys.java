package org.liptako.pki.enrolment;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.pki.evidence.Digest;

/**
 * Keys that no new certificate may carry: those of CAs, and those of certificates that were revoked.
 *
 * @param keys SHA-256 of each key's SubjectPublicKeyInfo
 */
public record BarredKeys(Set<Digest> keys) {
    public BarredKeys {
        keys = Set.copyOf(keys);
    }

    /** The keys of these certificates. */
    public static BarredKeys of(Collection<X509Certificate> certificates) {
        return new BarredKeys(certificates.stream()
                .map(certificate -> digestOf(certificate.getPublicKey()))
                .collect(Collectors.toSet()));
    }

    /** Whether this key is one of them. */
    public boolean bar(PublicKey key) {
        return keys.contains(digestOf(key));
    }

    static Digest digestOf(PublicKey key) {
        return Digest.over(key.getEncoded());
    }
}
