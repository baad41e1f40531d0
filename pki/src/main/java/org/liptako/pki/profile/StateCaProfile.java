package org.liptako.pki.profile;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/**
 * The CA of one State: path length 1, and critical name constraints that hold it to its State's names.
 *
 * <p>It carries {@code anyPolicy}, so that the policies of its two issuing CAs are valid below it (RFC 5280 section
 * 6.1.3).
 */
public record StateCaProfile(State state, Zone zone, Duration life) implements CertificateProfile {
    /** RFC 5280 section 4.2.1.4. */
    private static final ASN1ObjectIdentifier ANY_POLICY = Extension.certificatePolicies.branch("0");

    /** Ten years. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(3652);

    public static StateCaProfile of(State state, Zone zone) {
        return new StateCaProfile(state, zone, LONGEST_LIFE);
    }

    @Override
    public X500Name subject() {
        return StateNames.subject(state, "State CA " + state.name());
    }

    @Override
    public KeyKind keyKind() {
        return KeyKind.P256;
    }

    @Override
    public List<Extension> extensions() {
        return List.of(
                ProfileExtension.ca(1),
                ProfileExtension.keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign),
                ProfileExtension.encode(Extension.nameConstraints, true, StateNames.constraints(state, zone)),
                ProfileExtension.policies(List.of(ANY_POLICY)));
    }
}
