package org.liptako.pki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.CertificateRequest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

class EnrolmentDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Zone ZONE = Zone.INTERNAL;
    private static final Party NODE = Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1");
    private static final Party OFFICER = Party.of(State.ML, Role.OFFICER, "1");
    private static final Duration DAY = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CertificateIssuer ISSUER = issuerAt(NOW);
    private static final Credential ROOT = ISSUER.root(RootProfile.first(), ISSUER.newKey(KeyKind.P384));
    private static final Credential STATE_CA = ISSUER.issue(StateCaProfile.of(State.ML, ZONE), newKey(), ROOT);
    private static final Credential NODE_CA =
            ISSUER.issue(IssuingCaProfile.of(State.ML, Authority.NODE_CA), newKey(), STATE_CA);
    private static final Credential PEOPLE_CA =
            ISSUER.issue(IssuingCaProfile.of(State.ML, Authority.PEOPLE_CA), newKey(), STATE_CA);

    @TempDir
    private Path directory;

    private final Set<X509Certificate> revoked = new HashSet<>();

    @Test
    void aTokenGivesItsPartysCertificateWhateverTheRequestNames() throws Exception {
        KeyPair key = newKey();
        EnrolmentToken token = deskAt(NOW).admit(NODE, DAY, RANDOM);
        byte[] request = new JcaPKCS10CertificationRequestBuilder(
                        new X500Name("C=NE,O=Niger,CN=ne.aes.internal"), key.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                .getEncoded();

        Enrolment enrolment = deskAt(NOW).enrol(token.reveal(), request);

        assertThat(partyOf(enrolment, NOW)).isEqualTo(NODE);
        assertThat(((Enrolment.Issued) enrolment).chain().getFirst().getPublicKey())
                .isEqualTo(key.getPublic());
    }

    @Test
    void aTokenIsGoodOnce() {
        EnrolmentToken token = deskAt(NOW).admit(OFFICER, DAY, RANDOM);

        assertThat(partyOf(deskAt(NOW).enrol(token.reveal(), request()), NOW)).isEqualTo(OFFICER);
        assertRefused(deskAt(NOW).enrol(token.reveal(), request()), EnrolmentRefusal.TOKEN);
    }

    @Test
    void anExpiredOrInventedTokenIsNone() {
        EnrolmentToken token = deskAt(NOW).admit(NODE, DAY, RANDOM);

        assertRefused(deskAt(NOW.plus(DAY)).enrol(token.reveal(), request()), EnrolmentRefusal.TOKEN);
        assertRefused(deskAt(NOW).enrol(EnrolmentToken.random(RANDOM).reveal(), request()), EnrolmentRefusal.TOKEN);
        assertRefused(deskAt(NOW).enrol("../../etc", request()), EnrolmentRefusal.TOKEN);
    }

    @Test
    void aBadRequestDoesNotUseTheTokenUp() {
        EnrolmentToken token = deskAt(NOW).admit(NODE, DAY, RANDOM);

        assertRefused(deskAt(NOW).enrol(token.reveal(), new byte[] {1, 2, 3}), EnrolmentRefusal.REQUEST);
        assertThat(partyOf(deskAt(NOW).enrol(token.reveal(), request()), NOW)).isEqualTo(NODE);
    }

    @Test
    void everyCertificateIsNotedBeforeItIsHandedOutAndSoIsTheOneThatIsRenewed() {
        Credential former = leaf(NODE, NODE_CA);

        Enrolment enrolment = deskAt(NOW).renew(RenewalRequest.make(former, newKey()));

        X509Certificate issued = ((Enrolment.Issued) enrolment).chain().getFirst();
        assertThat(deskTerms().issued().hold(former.certificate().getPublicKey()))
                .isTrue();
        assertThat(deskTerms().issued().hold(issued.getPublicKey())).isTrue();
    }

    @Test
    void refusesTheKeyOfAnAuthorityAndOneThatWasCertifiedBefore() {
        EnrolmentToken token = deskAt(NOW).admit(NODE, DAY, RANDOM);
        KeyPair lost = newKey();
        deskTerms()
                .issued()
                .note(ISSUER.issue(deskTerms().profileOf(NODE, ZONE), lost, NODE_CA)
                        .certificate());
        KeyPair authority = new KeyPair(NODE_CA.certificate().getPublicKey(), NODE_CA.key());

        assertRefused(deskAt(NOW).enrol(token.reveal(), CertificateRequest.make(lost)), EnrolmentRefusal.BARRED_KEY);
        assertRefused(
                deskAt(NOW).enrol(token.reveal(), CertificateRequest.make(authority)), EnrolmentRefusal.BARRED_KEY);
    }

    @Test
    void aKeyWrittenAnotherWayIsTheSameKey() throws Exception {
        KeyPair lost = newKey();
        EnrolmentToken token = deskAt(NOW).admit(NODE, DAY, RANDOM);
        deskAt(NOW).enrol(token.reveal(), CertificateRequest.make(lost));
        SubjectPublicKeyInfo written =
                SubjectPublicKeyInfo.getInstance(lost.getPublic().getEncoded());
        byte[] compressed = ECNamedCurveTable.getParameterSpec("P-256")
                .getCurve()
                .decodePoint(written.getPublicKeyData().getOctets())
                .getEncoded(true);
        byte[] request = new PKCS10CertificationRequestBuilder(
                        new X500Name(""), new SubjectPublicKeyInfo(written.getAlgorithm(), compressed))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(lost.getPrivate()))
                .getEncoded();

        assertRefused(deskAt(NOW).enrol(token.reveal(), request), EnrolmentRefusal.BARRED_KEY);
    }

    @Test
    void admitsNobodyOfAnotherState() {
        Party niger = Party.at(new SiteId("NE-NIM-1"), Role.NODE, "1");

        assertThatThrownBy(() -> deskAt(NOW).admit(niger, DAY, RANDOM)).isInstanceOf(IssuingException.class);
        assertThatThrownBy(() -> deskAt(NOW).admit(NODE, Duration.ofDays(8), RANDOM))
                .isInstanceOf(IssuingException.class);
    }

    @Test
    void aNodeThatWasDarkForDaysRenews() {
        Credential former = leaf(NODE, NODE_CA);
        Instant threeDaysLater = NOW.plus(Duration.ofDays(3));

        Enrolment renewal = deskAt(threeDaysLater).renew(RenewalRequest.make(former, newKey()));

        assertThat(partyOf(renewal, threeDaysLater)).isEqualTo(NODE);
    }

    @Test
    void refusesARenewalThatComesTooLateOrIsRevokedOrAPersons() {
        Credential former = leaf(NODE, NODE_CA);
        RenewalRequest renewal = RenewalRequest.make(former, newKey());

        assertRefused(deskAt(NOW.plus(Duration.ofDays(9))).renew(renewal), EnrolmentRefusal.TOO_LATE);
        assertRefused(
                deskAt(NOW).renew(RenewalRequest.make(leaf(OFFICER, PEOPLE_CA), newKey())),
                EnrolmentRefusal.NOT_RENEWABLE);
        revoked.add(former.certificate());
        assertRefused(deskAt(NOW).renew(renewal), EnrolmentRefusal.REVOKED);
    }

    @Test
    void refusesARenewalByAStranger() {
        Credential former = leaf(NODE, NODE_CA);
        Credential thief = new Credential(newKey().getPrivate(), former.chain());
        Credential foreignRoot = ISSUER.root(RootProfile.first(), ISSUER.newKey(KeyKind.P384));
        Credential foreignState = ISSUER.issue(StateCaProfile.of(State.ML, ZONE), newKey(), foreignRoot);
        Credential foreignCa = ISSUER.issue(IssuingCaProfile.of(State.ML, Authority.NODE_CA), newKey(), foreignState);

        assertRefused(deskAt(NOW).renew(RenewalRequest.make(thief, newKey())), EnrolmentRefusal.NOT_HOLDER);
        assertRefused(
                deskAt(NOW).renew(RenewalRequest.make(leaf(NODE, foreignCa), newKey())),
                EnrolmentRefusal.FORMER_CERTIFICATE);
        assertRefused(deskAt(NOW).renew(RenewalRequest.make(NODE_CA, newKey())), EnrolmentRefusal.FORMER_CERTIFICATE);
    }

    @Test
    void aRenewalBringsAFreshKey() {
        KeyPair key = newKey();
        Credential former = ISSUER.issue(deskTerms().profileOf(NODE, ZONE), key, NODE_CA);

        assertRefused(deskAt(NOW).renew(RenewalRequest.make(former, key)), EnrolmentRefusal.SAME_KEY);
    }

    private EnrolmentDesk deskAt(Instant now) {
        StateAuthorities authorities = new StateAuthorities(
                State.ML, ZONE, Map.of(Authority.NODE_CA, NODE_CA, Authority.PEOPLE_CA, PEOPLE_CA), List.of());
        return new EnrolmentDesk(
                authorities,
                issuerAt(now),
                new DirectoryTicketStore(directory, ZONE),
                deskTerms(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private EnrolmentTerms deskTerms() {
        return new EnrolmentTerms(
                Duration.ofDays(7),
                Duration.ofDays(366),
                revoked::contains,
                IssuedKeys.of(directory.resolve("node-ca.pem")));
    }

    private Credential leaf(Party party, Credential ca) {
        return ISSUER.issue(deskTerms().profileOf(party, ZONE), newKey(), ca);
    }

    private static byte[] request() {
        return CertificateRequest.make(newKey());
    }

    private static Party partyOf(Enrolment enrolment, Instant at) {
        assertThat(enrolment).isInstanceOf(Enrolment.Issued.class);
        Enrolment.Issued issued = (Enrolment.Issued) enrolment;
        Validation validation = new ChainValidator(ZONE, List.of(ROOT.certificate()))
                .validate(CandidateChain.of(issued.chain()), Expectation.client(at));
        assertThat(validation).isInstanceOf(Validation.Accepted.class);
        return ((Validation.Accepted) validation).party();
    }

    private static void assertRefused(Enrolment enrolment, EnrolmentRefusal reason) {
        assertThat(enrolment).isEqualTo(new Enrolment.Refused(reason));
    }

    private static CertificateIssuer issuerAt(Instant now) {
        return new CertificateIssuer(Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
    }

    private static KeyPair newKey() {
        return ISSUER.newKey(KeyKind.P256);
    }
}
