package org.liptako.pki.validation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;

/** One State's CAs under the one root of the tests, and the parties that tests speak of. */
record Region(Credential root, Credential stateCa, Credential nodeCa, Credential peopleCa) {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Zone ZONE = Zone.INTERNAL;
    static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    static final SiteId NIAMEY = new SiteId("NE-NIM-1");
    static final Party NODE = Party.at(BAMAKO, Role.NODE, "1");
    static final Party OPERATOR = Party.at(BAMAKO, Role.OPERATOR, "1");
    static final Party NIGER_NODE = Party.at(NIAMEY, Role.NODE, "1");

    private static final CertificateIssuer ISSUER =
            new CertificateIssuer(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    private static final Credential ROOT = ISSUER.root(RootProfile.first(), ISSUER.newKey(KeyKind.P384));

    static final Region ML = of(State.ML, ROOT);
    static final Region NE = of(State.NE, ROOT);

    static Region of(State state, Credential root) {
        Credential stateCa = ISSUER.issue(StateCaProfile.of(state, ZONE), ISSUER.newKey(KeyKind.P256), root);
        return new Region(
                root,
                stateCa,
                ISSUER.issue(IssuingCaProfile.of(state, Authority.NODE_CA), ISSUER.newKey(KeyKind.P256), stateCa),
                ISSUER.issue(IssuingCaProfile.of(state, Authority.PEOPLE_CA), ISSUER.newKey(KeyKind.P256), stateCa));
    }

    /** A region of the same names, beneath another root. */
    static Region foreign() {
        return of(State.ML, ISSUER.root(RootProfile.first(), ISSUER.newKey(KeyKind.P384)));
    }

    static Draft draft(Party party) {
        return Draft.of(LeafProfile.of(party, ZONE));
    }

    static ChainValidator validator() {
        return new ChainValidator(ZONE, List.of(ROOT.certificate()));
    }

    static Validation asClient(Credential credential) {
        return validator().validate(CandidateChain.of(credential.chain()), Expectation.client(NOW));
    }
}
