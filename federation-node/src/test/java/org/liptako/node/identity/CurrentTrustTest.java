package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.CrossProfile;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;
import org.liptako.pki.trust.PastTrust;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.TrustMaterial;
import org.liptako.pki.validation.Validation;

/** Whom a node asks about trust that knows an old root alone. */
class CurrentTrustTest {
    private final CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
    private final Credential known = issuer.root(RootProfile.numbered(1), issuer.newKey(KeyKind.P384));
    private final Credential next = issuer.root(RootProfile.numbered(2), issuer.newKey(KeyKind.P384));
    private final Credential server = serverUnder(next);
    private final CurrentTrust trust =
            new CurrentTrust(TrialRegion.ZONE, TrustMaterial.ofRoots(List.of(known.certificate())), new TrustEpoch());

    @Test
    void asksAServerWhoseRootTheKnownRootCertified() {
        List<X509Certificate> shown = shownWith(cross(known));

        assertThat(judged(trust.forTrustAlone(shown), shown)).isInstanceOf(Validation.Accepted.class);
    }

    @Test
    void believesThatServerInNothingElse() {
        List<X509Certificate> shown = shownWith(cross(known));
        trust.forTrustAlone(shown);

        assertThat(judged(trust.validator(), shown)).isInstanceOf(Validation.Rejected.class);
        assertThat(judged(trust.withoutLists(), shown)).isInstanceOf(Validation.Rejected.class);
    }

    @Test
    void asksNobodyWhoseRootAStrangerCertified() {
        Credential stranger = issuer.root(RootProfile.numbered(1), issuer.newKey(KeyKind.P384));
        List<X509Certificate> shown = shownWith(cross(stranger));

        assertThat(judged(trust.forTrustAlone(shown), shown)).isInstanceOf(Validation.Rejected.class);
    }

    @Test
    void showsTheCrossCertificatesOfItsOwnRootAlone() {
        X509Certificate newWithOld = cross(known);
        X509Certificate oldWithNew =
                issuer.issue(CrossProfile.of(1), known.certificate().getPublicKey(), next);
        TrustMaterial both = TrustMaterial.ofRoots(List.of(next.certificate()));
        trust.believe(
                new TrustMaterial(
                        both.roots(), List.of(newWithOld, oldWithNew), both.revocation(), both.distrustedAuthorities()),
                PastTrust.NONE,
                List.of());

        assertThat(trust.crossCertificatesOf(server.chain())).containsExactly(newWithOld);
    }

    private X509Certificate cross(Credential by) {
        return issuer.issue(CrossProfile.of(2), next.certificate().getPublicKey(), by);
    }

    private List<X509Certificate> shownWith(X509Certificate cross) {
        List<X509Certificate> chain = server.chain();
        return List.of(chain.get(0), chain.get(1), chain.get(2), cross);
    }

    private Credential serverUnder(Credential root) {
        Credential stateCa =
                issuer.issue(StateCaProfile.of(State.ML, TrialRegion.ZONE), issuer.newKey(KeyKind.P256), root);
        Credential nodeCa =
                issuer.issue(IssuingCaProfile.of(State.ML, Authority.NODE_CA), issuer.newKey(KeyKind.P256), stateCa);
        Party node = Party.at(TrialRegion.capital(State.ML), Role.NODE, "1");
        return issuer.issue(LeafProfile.of(node, TrialRegion.ZONE), issuer.newKey(KeyKind.P256), nodeCa);
    }

    private static Validation judged(ChainValidator validator, List<X509Certificate> shown) {
        String name = Party.at(TrialRegion.capital(State.ML), Role.NODE, "1")
                .dnsNameIn(TrialRegion.ZONE)
                .orElseThrow();
        return validator.validate(
                CandidateChain.of(shown), Expectation.server(Clock.systemUTC().instant(), name));
    }
}
