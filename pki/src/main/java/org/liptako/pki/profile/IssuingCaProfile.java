package org.liptako.pki.profile;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;

/** One of a State's two issuing CAs: path length 0, the purposes and the policies of the roles it may issue. */
public record IssuingCaProfile(State state, Authority authority, Duration life) implements CertificateProfile {
    /** Five years. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(1826);

    public static IssuingCaProfile of(State state, Authority authority) {
        return new IssuingCaProfile(state, authority, LONGEST_LIFE);
    }

    @Override
    public X500Name subject() {
        return StateNames.subject(
                state,
                switch (authority) {
                    case NODE_CA -> "Node CA " + state.name();
                    case PEOPLE_CA -> "People CA " + state.name();
                });
    }

    @Override
    public KeyKind keyKind() {
        return KeyKind.P256;
    }

    @Override
    public List<Extension> extensions() {
        return List.of(
                ProfileExtension.ca(0),
                ProfileExtension.keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign),
                ProfileExtension.extendedKeyUsage(RoleProfile.purposesOf(authority)),
                ProfileExtension.policies(RoleProfile.policiesOf(authority)));
    }
}
