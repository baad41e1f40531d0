package org.liptako.pki.revocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.encoding.DirectoryName;

/**
 * Where a certificate says that it would be listed (RFC 5280 section 4.2.1.13); only the names count, nothing is fetched.
 *
 * @param names of the point
 * @param reasons that the point is for
 * @param listIssuer who issues the list
 * @param indirect whether that is another than the certificate's issuer
 */
record CertificatePoint(
        Set<PointName> names, Set<RevocationReason> reasons, DirectoryName listIssuer, boolean indirect) {
    /** The points of a certificate, and last the one that every certificate has: any list of its own issuer. */
    static List<CertificatePoint> of(Optional<CRLDistPoint> extension, X500Name certificateIssuer) {
        DirectoryName issuer = DirectoryName.of(certificateIssuer);
        List<CertificatePoint> points = new ArrayList<>();
        extension.ifPresent(told -> {
            for (DistributionPoint point : told.getDistributionPoints()) {
                points.addAll(of(point, certificateIssuer, issuer));
            }
        });
        points.add(new CertificatePoint(Set.of(PointName.of(issuer)), RevocationReason.ALL, issuer, false));
        return points;
    }

    private static List<CertificatePoint> of(
            DistributionPoint point, X500Name certificateIssuer, DirectoryName issuer) {
        @Nullable DistributionPointName name = point.getDistributionPoint();
        Set<RevocationReason> reasons = RevocationReason.of(point.getReasons());
        @Nullable GeneralNames listIssuers = point.getCRLIssuer();
        if (listIssuers == null) {
            Set<PointName> names = name == null ? Set.of() : PointName.of(name, certificateIssuer);
            return List.of(new CertificatePoint(names, reasons, issuer, false));
        }
        List<CertificatePoint> points = new ArrayList<>();
        for (GeneralName listIssuer : listIssuers.getNames()) {
            if (listIssuer.getTagNo() == GeneralName.directoryName) {
                X500Name other = X500Name.getInstance(listIssuer.getName());
                // Without a name of its own, the point is named by its issuers (section 6.3.3 b 2 i).
                Set<PointName> names = name == null ? PointName.allOf(listIssuers) : PointName.of(name, other);
                points.add(new CertificatePoint(names, reasons, DirectoryName.of(other), true));
            }
        }
        return points;
    }
}
