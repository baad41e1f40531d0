package org.liptako.pki.trust;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The roots that are believed, and the certificates that tie one to the next while a root is replaced.
 *
 * @param roots at least one; two while both the old and the new one are in use
 * @param crossCertificates new-with-old and old-with-new (RFC 4210 section 4.4); empty otherwise
 */
public record Anchors(List<X509Certificate> roots, List<X509Certificate> crossCertificates) {
    static final int MOST = 8;

    public Anchors {
        roots = List.copyOf(roots);
        crossCertificates = List.copyOf(crossCertificates);
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("A trust state without a root would have everyone refused.");
        }
        if (roots.size() > MOST || crossCertificates.size() > MOST) {
            throw new IllegalArgumentException(
                    "A trust state names at most " + MOST + " roots and " + MOST + " cross-certificates.");
        }
    }
}
