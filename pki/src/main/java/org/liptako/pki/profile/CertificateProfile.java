package org.liptako.pki.profile;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;

/**
 * What one certificate of the regional tree must hold, decided before any key is touched.
 *
 * <p>The issuer adds what depends on keys and time: serial, validity, subject and authority key identifiers.
 */
public sealed interface CertificateProfile
        permits RootProfile, CrossProfile, StateCaProfile, IssuingCaProfile, LeafProfile {
    X500Name subject();

    KeyKind keyKind();

    /** How long the certificate is valid, counted from its notBefore. */
    Duration life();

    /** The extensions that follow from the profile alone. */
    List<Extension> extensions();
}
