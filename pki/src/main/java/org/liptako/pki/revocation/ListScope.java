package org.liptako.pki.revocation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;

/**
 * For which certificates and which reasons a list speaks (RFC 5280 section 5.2.5); two lists of one scope are equal.
 *
 * @param points names of its distribution point; empty for any
 * @param reasons for which it speaks
 * @param indirect whether it may speak of other issuers' certificates
 */
record ListScope(
        Set<PointName> points,
        Set<RevocationReason> reasons,
        boolean usersOnly,
        boolean authoritiesOnly,
        boolean attributesOnly,
        boolean indirect) {
    private static final ListScope ALL = new ListScope(Set.of(), RevocationReason.ALL, false, false, false, false);

    static ListScope of(Optional<ASN1Encodable> extension, X500Name issuer) throws RevocationListException {
        if (extension.isEmpty()) {
            return ALL;
        }
        IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(extension.get());
        @Nullable DistributionPointName names = point.getDistributionPoint();
        Set<PointName> points = names == null ? Set.of() : PointName.of(names, issuer);
        int kinds = (point.onlyContainsUserCerts() ? 1 : 0)
                + (point.onlyContainsCACerts() ? 1 : 0)
                + (point.onlyContainsAttributeCerts() ? 1 : 0);
        if (kinds > 1) {
            throw RevocationList.malformed(
                    "elle est pour deux genres de certificats seuls", "it is for two kinds of certificates alone");
        }
        return new ListScope(
                new HashSet<>(points),
                RevocationReason.of(point.getOnlySomeReasons()),
                point.onlyContainsUserCerts(),
                point.onlyContainsCACerts(),
                point.onlyContainsAttributeCerts(),
                point.isIndirectCRL());
    }

    /** Section 6.3.3 b 2: whether a certificate that points to {@code point} is one of those it speaks for. */
    boolean includes(CertificatePoint point, boolean authority) {
        boolean kind = !attributesOnly && !(usersOnly && authority) && !(authoritiesOnly && !authority);
        return kind && (points.isEmpty() || point.names().stream().anyMatch(points::contains));
    }
}
