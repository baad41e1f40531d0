package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.enrolment.EnrolmentDesk;
import org.liptako.pki.enrolment.RenewalRequest;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.CertificateRequest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.trust.v1.EnrolRequest;
import org.liptako.trust.v1.GetTrustRequest;
import org.liptako.trust.v1.GetTrustResponse;
import org.liptako.trust.v1.OfferTrustRequest;
import org.liptako.trust.v1.RenewRequest;
import org.liptako.trust.v1.TrustServiceGrpc;
import org.liptako.trust.v1.TrustServiceGrpc.TrustServiceBlockingStub;

/** The one service that answers who has no certificate, or an expired one; and that it gives them nothing else. */
class TrustServiceIT {
    private static final Party NEW_NODE = Party.at(TrialRegion.capital(State.ML), Role.NODE, "2");

    private final KeyPair fresh = new CertificateIssuer(Clock.systemUTC(), new SecureRandom()).newKey(KeyKind.P256);
    private final Path directory = TrialRegion.directoryWithNodeCa(State.ML);
    private final NodeIdentity identity = TrialRegion.node(State.ML, Clock.systemUTC());
    private final NodeTrust trust = TrialTrust.of(identity, directory.resolve("trust"));
    private final TrialServer mali =
            new TrialServer(identity, Clock.systemUTC(), ConnectionLimits.STANDARD, endpoints(), 0);
    private final TrialClient stranger = TrialClient.of(mali, null);

    @AfterEach
    void stop() {
        stranger.close();
        mali.close();
    }

    @Test
    void enrolsANewNodeByItsTokenOnce() throws Exception {
        EnrolRequest request = enrolment(fresh);

        Credential enrolled = new Credential(
                fresh.getPrivate(), chain(trust(stranger).enrol(request).getChainList()));
        try (TrialClient node = TrialClient.of(mali, enrolled)) {
            assertThat(nameOf(node)).isEqualTo("ML node ML-BKO-1 2");
        }
        EnrolRequest again = request.toBuilder()
                .setRequest(ByteString.copyFrom(CertificateRequest.make(newKey())))
                .build();
        assertThat(refusal(() -> trust(stranger).enrol(again)))
                .contains("TOKEN", "demandez-en un autre", "for another");
    }

    @Test
    void renewsANodeThatWasDarkByItsExpiredCertificate() throws Exception {
        Credential expired = expiredNode();
        try (TrialClient dark = TrialClient.of(mali, expired)) {
            RenewRequest request = message(RenewalRequest.make(expired, fresh));
            assertThat(catchThrowableOfType(StatusRuntimeException.class, () -> nameOf(dark))
                            .getStatus()
                            .getCode())
                    .isEqualTo(Status.Code.UNAUTHENTICATED);

            Credential renewed = new Credential(
                    fresh.getPrivate(), chain(trust(dark).renew(request).getChainList()));
            try (TrialClient back = TrialClient.of(mali, renewed)) {
                assertThat(nameOf(back)).isEqualTo("ML node ML-BKO-1 2");
            }
        }
    }

    @Test
    void renewsNothingForAThiefOfTheFormerCertificate() {
        Credential expired = expiredNode();
        RenewRequest stolen = message(RenewalRequest.make(expired, fresh)).toBuilder()
                .setRequest(ByteString.copyFrom(CertificateRequest.make(
                        new CertificateIssuer(Clock.systemUTC(), new SecureRandom()).newKey(KeyKind.P256))))
                .build();

        assertThat(refusal(() -> trust(stranger).renew(stolen))).contains("NOT_HOLDER");
    }

    @Test
    void renewsNoCertificateOfAStateThatIsRevoked() {
        SignedTrustState first = TrialTrust.next(null, Set.of());
        trust.take(List.of(first, TrialTrust.next(first, Set.of(State.ML))), List.of());

        assertThat(refusal(() -> trust(stranger).renew(message(RenewalRequest.make(expiredNode(), fresh)))))
                .contains("REVOKED");
    }

    /** One is enrolled here, one is the first of its State, from a ceremony, and one was noted nowhere until it asked to be renewed. */
    @Test
    void theKeyOfARevokedCertificateIsNeverCertifiedAgain() throws Exception {
        Credential enrolled = new Credential(
                fresh.getPrivate(),
                chain(trust(stranger).enrol(enrolment(fresh)).getChainList()));
        Credential former = expiredNode();
        Credential first =
                TrialRegion.tree().node(TrialRegion.capital(State.ML), 1).read();
        trust(stranger).renew(message(RenewalRequest.make(former, newKey())));
        assertThat(trust.take(
                        List.of(TrialTrust.next(null, Set.of())),
                        TrialTrust.lists(
                                1, List.of(enrolled.certificate(), former.certificate(), first.certificate()))))
                .isEmpty();

        for (KeyPair revoked : List.of(fresh, keyOf(former), keyOf(first))) {
            assertThat(refusal(() -> trust(stranger).enrol(enrolment(revoked)))).contains("BARRED_KEY");
        }
        assertThat(trust(stranger).enrol(enrolment(newKey())).getChainCount())
                .as("another key")
                .isPositive();
        assertThat(refusal(() -> trust(stranger).renew(message(RenewalRequest.make(expiredNode(), fresh)))))
                .as("in a renewal")
                .contains("BARRED_KEY");
        assertThat(refusal(() -> trust(stranger).renew(message(RenewalRequest.make(enrolled, newKey())))))
                .as("its own renewal")
                .contains("REVOKED");
    }

    @Test
    void givesAndTakesTrustStatesWhoeverBringsThem() {
        SignedTrustState first = TrialTrust.next(null, Set.of());
        assertThat(trust(stranger).offerTrust(offer(first)).getNewest()).isEqualTo(1);
        assertThat(trust(stranger)
                        .offerTrust(offer(TrialTrust.next(first, Set.of(State.NE))))
                        .getNewest())
                .isEqualTo(2);

        GetTrustResponse missed =
                trust(stranger).getTrust(GetTrustRequest.newBuilder().setHeld(1).build());
        assertThat(missed.getNewest()).isEqualTo(2);
        assertThat(missed.getStatesList()).hasSize(1);
        assertThat(trust(stranger).offerTrust(offer(first)).getRefusalsList())
                .singleElement()
                .asString()
                .contains("older");
    }

    @Test
    void takesATrustStateThatTwoStatesDidNotSignFromNobody() {
        SignedTrustState first = TrialTrust.next(null, Set.of());
        SignedTrustState unsigned = new SignedTrustState(first.content(), new byte[] {0x30, 0});

        assertThat(trust(stranger).offerTrust(offer(unsigned)).getRefusalsList())
                .hasSize(1);
        assertThat(trust.number()).isZero();
    }

    /** What would follow it is not news before it is, and judging costs. */
    @Test
    void looksAtNothingThatWouldFollowATrustStateThatIsNoGood() {
        SignedTrustState first = TrialTrust.next(null, Set.of());
        SignedTrustState second = TrialTrust.next(first, Set.of());
        SignedTrustState unsigned = new SignedTrustState(second.content(), new byte[] {0x30, 0});

        assertThat(trust(stranger)
                        .offerTrust(offer(first, unsigned, second, unsigned))
                        .getRefusalsList())
                .hasSize(1);
        assertThat(trust.number()).isEqualTo(1);
        assertThat(trust(stranger).offerTrust(offer(first, first, second)).getNewest())
                .as("past what is held already")
                .isEqualTo(2);
    }

    /** A request with a new token of its own. */
    private EnrolRequest enrolment(KeyPair key) {
        String token = desk().admit(NEW_NODE, Duration.ofMinutes(5), new SecureRandom())
                .reveal();
        return EnrolRequest.newBuilder()
                .setToken(token)
                .setRequest(ByteString.copyFrom(CertificateRequest.make(key)))
                .build();
    }

    private static KeyPair keyOf(Credential credential) {
        return new KeyPair(credential.certificate().getPublicKey(), credential.key());
    }

    private static KeyPair newKey() {
        return new CertificateIssuer(Clock.systemUTC(), new SecureRandom()).newKey(KeyKind.P256);
    }

    private List<BindableService> endpoints() {
        List<BindableService> endpoints = new ArrayList<>(EchoEndpoints.all());
        endpoints.add(new TrustEndpoint(identity, trust, () -> Optional.of(desk())));
        return endpoints;
    }

    private EnrolmentDesk desk() {
        return NodeAuthority.in(directory)
                .deskOf(identity, trust, Clock.systemUTC())
                .orElseThrow();
    }

    /** Certificates begin five minutes before they are issued: this one ended as long ago. */
    private static Credential expiredNode() {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        Credential ca =
                TrialRegion.tree().issuingCa(State.ML, Authority.NODE_CA).read();
        LeafProfile brief = new LeafProfile(NEW_NODE, TrialRegion.ZONE, Duration.ofSeconds(2));
        return issuer.issue(brief, issuer.newKey(KeyKind.P256), ca);
    }

    private static RenewRequest message(RenewalRequest renewal) {
        return RenewRequest.newBuilder()
                .setFormer(ByteString.copyFrom(renewal.former()))
                .setRequest(ByteString.copyFrom(renewal.request()))
                .setProof(ByteString.copyFrom(renewal.proof()))
                .build();
    }

    private static OfferTrustRequest offer(SignedTrustState... states) {
        OfferTrustRequest.Builder offer = OfferTrustRequest.newBuilder();
        for (SignedTrustState state : states) {
            offer.addStates(org.liptako.trust.v1.SignedTrustState.newBuilder()
                    .setContent(ByteString.copyFrom(state.content()))
                    .setSignatures(ByteString.copyFrom(state.signatures())));
        }
        return offer.build();
    }

    private static List<X509Certificate> chain(List<ByteString> encoded) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (ByteString der : encoded) {
            chain.add((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der.toByteArray())));
        }
        return chain;
    }

    private static String refusal(Runnable call) {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, call::run);
        assertThat(ErrorTrailer.codeOf(refused)).contains(ErrorCode.ENROLMENT_REFUSED);
        return String.valueOf(refused.getStatus().getDescription());
    }

    private static String nameOf(TrialClient client) {
        return FederationServiceGrpc.newBlockingStub(client.channel())
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .getNode(GetNodeRequest.getDefaultInstance())
                .getName();
    }

    private static TrustServiceBlockingStub trust(TrialClient client) {
        return TrustServiceGrpc.newBlockingStub(client.channel()).withDeadlineAfter(10, TimeUnit.SECONDS);
    }
}
