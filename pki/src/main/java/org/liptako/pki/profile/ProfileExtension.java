package org.liptako.pki.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** The extensions that several profiles share (RFC 5280 section 4.2.1), with the criticality that each must have. */
final class ProfileExtension {
    private ProfileExtension() {}

    /** Section 4.2.1.9: a CA marks it critical. */
    static Extension ca() {
        return encode(Extension.basicConstraints, true, new BasicConstraints(true));
    }

    static Extension ca(int pathLength) {
        return encode(Extension.basicConstraints, true, new BasicConstraints(pathLength));
    }

    static Extension notCa() {
        return encode(Extension.basicConstraints, true, new BasicConstraints(false));
    }

    /** Section 4.2.1.3. */
    static Extension keyUsage(int bits) {
        return encode(Extension.keyUsage, true, new KeyUsage(bits));
    }

    /** Section 4.2.1.12: not critical, so that clients that know no private purpose still accept the CA. */
    static Extension extendedKeyUsage(List<KeyPurposeId> purposes) {
        return encode(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(new KeyPurposeId[0])));
    }

    /** Section 4.2.1.4. */
    static Extension policies(List<ASN1ObjectIdentifier> policies) {
        PolicyInformation[] information =
                policies.stream().map(PolicyInformation::new).toArray(PolicyInformation[]::new);
        return encode(Extension.certificatePolicies, false, new CertificatePolicies(information));
    }

    static Extension encode(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            return Extension.create(type, critical, value);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot encode the extension " + type + ".", e);
        }
    }
}
