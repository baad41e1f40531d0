package org.liptako.pki.revocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.liptako.pki.encoding.DirectoryName;

/** One name of a distribution point, in a form that compares. */
record PointName(Object name) {
    static PointName of(DirectoryName name) {
        return new PointName(name);
    }

    static PointName of(GeneralName name) {
        if (name.getTagNo() == GeneralName.directoryName) {
            return of(DirectoryName.of(X500Name.getInstance(name.getName())));
        }
        try {
            return new PointName(HexFormat.of().formatHex(name.getEncoded(ASN1Encoding.DER)));
        } catch (IOException e) {
            throw new UncheckedIOException("A name that was parsed can be encoded.", e);
        }
    }

    /** Full names, or one relative to the issuer of the lists (RFC 5280 section 4.2.1.13). */
    static Set<PointName> of(DistributionPointName point, X500Name issuer) {
        if (point.getType() == DistributionPointName.FULL_NAME) {
            return allOf(GeneralNames.getInstance(point.getName()));
        }
        return Set.of(of(DirectoryName.of(issuer).with(RDN.getInstance(point.getName()))));
    }

    static Set<PointName> allOf(GeneralNames names) {
        Set<PointName> all = new HashSet<>();
        for (GeneralName name : names.getNames()) {
            all.add(of(name));
        }
        return all;
    }
}
