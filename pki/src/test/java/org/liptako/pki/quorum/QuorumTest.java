package org.liptako.pki.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.quorum.Signing.ALLIANCE;
import static org.liptako.pki.quorum.Signing.AT;
import static org.liptako.pki.quorum.Signing.FATOU;
import static org.liptako.pki.quorum.Signing.MOUSSA;
import static org.liptako.pki.quorum.Signing.RULES;
import static org.liptako.pki.quorum.Signing.TWO_OFFICERS;
import static org.liptako.pki.quorum.Signing.discounted;
import static org.liptako.pki.quorum.Signing.faults;
import static org.liptako.pki.quorum.Signing.join;
import static org.liptako.pki.quorum.Signing.party;
import static org.liptako.pki.quorum.Signing.refusals;
import static org.liptako.pki.quorum.Signing.sign;
import static org.liptako.pki.quorum.Signing.verifier;
import static org.liptako.pki.quorum.Signing.verify;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.RevocationListIssuer;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RevocationReason;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.RevocationListException;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.RejectionReason;

class QuorumTest {
    @Test
    void twoOfficersOfTheStateAreAQuorum() {
        assertThat(verify(join(sign(FATOU), sign(MOUSSA))))
                .isInstanceOfSatisfying(QuorumOutcome.Reached.class, reached -> {
                    assertThat(reached.signers())
                            .extracting(SignatureVerdict.Counted::signer)
                            .extracting(Party::bearer)
                            .containsExactly("fatou", "moussa");
                    assertThat(reached.signers())
                            .extracting(SignatureVerdict.Counted::signedAt)
                            .containsOnly(AT);
                    assertThat(reached.discounted()).isEmpty();
                });
    }

    @Test
    void oneOfficerIsNot() {
        assertThat(faults(sign(FATOU))).isEmpty();
        assertThat(verify(sign(FATOU)).isReached()).isFalse();
    }

    @Test
    void oneOfficerSigningThreeTimesCountsOnce() {
        byte[] thrice = join(sign(FATOU), sign(FATOU, AT.plusSeconds(60)), sign(FATOU, AT.plusSeconds(120)));
        assertThat(faults(thrice)).containsExactly(SignatureFault.SAME_PERSON, SignatureFault.SAME_PERSON);
    }

    @Test
    void twoCertificatesOfOnePersonCountOnce() {
        Credential renewed = ALLIANCE.officer("fatou");
        assertThat(faults(join(sign(FATOU), sign(renewed, AT.plusSeconds(1)))))
                .containsExactly(SignatureFault.SAME_PERSON);
    }

    @Test
    void twoNamesOnOneKeyCountOnce() {
        KeyPair key = Alliance.newKey();
        Credential awa = ALLIANCE.certified(party("awa"), key, AT);
        Credential binta = ALLIANCE.certified(party("binta"), key, AT);
        assertThat(faults(join(sign(awa), sign(binta, AT.plusSeconds(1))))).containsExactly(SignatureFault.SAME_KEY);
    }

    @Test
    void aSharedKeyMakesOnePersonOfAllWhoUseItInAnyOrder() {
        KeyPair shared = Alliance.newKey();
        List<byte[]> signatures = new ArrayList<>(List.of(
                sign(ALLIANCE.certified(party("awa"), Alliance.newKey(), AT)),
                sign(ALLIANCE.certified(party("awa"), shared, AT), AT.plusSeconds(1)),
                sign(ALLIANCE.certified(party("binta"), shared, AT), AT.plusSeconds(2)),
                sign(ALLIANCE.certified(party("binta"), Alliance.newKey(), AT), AT.plusSeconds(3))));
        for (int order = 0; order < 6; order++) {
            Collections.shuffle(signatures, new Random(order));
            assertThat(faults(QuorumSigner.join(RULES, signatures))).hasSize(3);
        }
    }

    @Test
    void anOfficerOfAnotherStateDoesNotCount() {
        Credential nigerien = ALLIANCE.person(State.NE, Role.OFFICER, "salou");
        assertThat(faults(join(sign(FATOU), sign(nigerien)))).containsExactly(SignatureFault.OTHER_STATE);
    }

    @Test
    void anAdministratorIsNoOfficer() {
        Credential administrator = ALLIANCE.administrator(State.ML);
        assertThat(faults(join(sign(FATOU), sign(administrator)))).containsExactly(SignatureFault.OTHER_ROLE);
    }

    @Test
    void aNodesKeyIsNoPersons() {
        Credential node = ALLIANCE.certified(
                Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1"), Alliance.newKey(), AT.minusSeconds(60));
        assertThat(faults(join(sign(FATOU), sign(node)))).containsExactly(SignatureFault.OTHER_ROLE);
    }

    @Test
    void peopleOfAnotherRootDoNotCount() {
        Credential stranger = Alliance.found().officer("moussa");
        assertThat(refusals(join(sign(FATOU), sign(stranger)))).containsExactly(RejectionReason.SIGNATURE);
    }

    @Test
    void aCertificateThatHadExpiredWhenItSignedDoesNotCount() {
        Credential former = ALLIANCE.certified(party("moussa"), Alliance.newKey(), AT.minus(Duration.ofDays(400)));
        assertThat(refusals(join(sign(FATOU), sign(former)))).containsExactly(RejectionReason.EXPIRED);
    }

    @Test
    void aCertificateThatHasExpiredSinceCountsAsOfItsTime() {
        Credential former = ALLIANCE.certified(party("moussa"), Alliance.newKey(), AT.minus(Duration.ofDays(400)));
        assertThat(verify(join(sign(FATOU), sign(former, AT.minus(Duration.ofDays(100)))))
                        .isReached())
                .isTrue();
    }

    @Test
    void aSignatureFromBeforeItsCertificateDoesNotCount() {
        Credential later = ALLIANCE.certified(party("moussa"), Alliance.newKey(), AT);
        assertThat(refusals(join(sign(FATOU), sign(later, AT.minus(Duration.ofHours(1))))))
                .containsExactly(RejectionReason.NOT_YET_VALID);
    }

    @Test
    void aSignatureFromTheFutureDoesNotCount() {
        byte[] signatures = join(sign(FATOU), sign(MOUSSA, Alliance.NOW.plus(Duration.ofMinutes(6))));
        assertThat(faults(signatures)).containsExactly(SignatureFault.SIGNING_TIME);
    }

    @Test
    void aSignatureFromBeforeWhatItSignsDoesNotCount() {
        SigningPeriod period = new SigningPeriod(AT.plus(Duration.ofMinutes(30)), Alliance.NOW);
        QuorumOutcome outcome =
                verifier(RevocationLists.none()).verify(RULES, join(sign(FATOU), sign(MOUSSA)), TWO_OFFICERS, period);
        assertThat(discounted(outcome))
                .extracting(SignatureVerdict.Discounted::fault)
                .containsOnly(SignatureFault.SIGNING_TIME);
    }

    @Test
    void anOfficerWhoWasRevokedWhenSigningDoesNotCount() throws Exception {
        RevocationLists lists = revoked(MOUSSA, ALLIANCE.issuingCa(State.ML, Authority.PEOPLE_CA), AT);
        assertThat(faults(join(sign(FATOU), sign(MOUSSA)), lists)).containsExactly(SignatureFault.REVOKED);
    }

    @Test
    void anOfficerWhoWasRevokedLaterCountsAsOfThen() throws Exception {
        RevocationLists lists = revoked(MOUSSA, ALLIANCE.issuingCa(State.ML, Authority.PEOPLE_CA), AT.plusSeconds(1));
        assertThat(verify(join(sign(FATOU), sign(MOUSSA)), lists).isReached()).isTrue();
    }

    @Test
    void nobodyCountsUnderAPeopleCaThatWasRevoked() throws Exception {
        Credential stateCa = ALLIANCE.stateCa(State.ML);
        RevocationLists lists = revoked(ALLIANCE.issuingCa(State.ML, Authority.PEOPLE_CA), stateCa, AT);
        assertThat(faults(join(sign(FATOU), sign(MOUSSA)), lists))
                .containsExactly(SignatureFault.REVOKED, SignatureFault.REVOKED);
    }

    @Test
    void aListOfAnotherCaRevokesNobody() throws Exception {
        Credential foreign = Alliance.found().issuingCa(State.ML, Authority.PEOPLE_CA);
        assertThat(verify(join(sign(FATOU), sign(MOUSSA)), revoked(MOUSSA, foreign, AT))
                        .isReached())
                .isTrue();
    }

    private static RevocationLists revoked(Credential who, Credential ca, Instant since)
            throws GeneralSecurityException, RevocationListException {
        RevocationListProfile profile = new RevocationListProfile(
                BigInteger.ONE,
                Optional.empty(),
                Duration.ofDays(2),
                List.of(Revocation.of(who.certificate(), since, RevocationReason.KEY_COMPROMISE)));
        byte[] der = new RevocationListIssuer(Clock.fixed(Alliance.NOW, ZoneOffset.UTC))
                .issue(profile, ca)
                .getEncoded();
        return new RevocationLists(List.of(RevocationList.parse(der)));
    }
}
