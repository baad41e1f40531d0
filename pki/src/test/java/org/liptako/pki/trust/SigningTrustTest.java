package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.trust.Drafting.DAY;
import static org.liptako.pki.trust.Drafting.NOW;
import static org.liptako.pki.trust.Drafting.edition;
import static org.liptako.pki.trust.Drafting.signed;
import static org.liptako.pki.trust.Drafting.state;
import static org.liptako.pki.trust.ListShelfTest.published;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RevocationReason;
import org.liptako.pki.quorum.Alliance;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

/** A signature of fifteen days ago, under a trust state that another followed ten days ago. */
class SigningTrustTest {
    private static final Instant BEGUN = NOW.minus(Duration.ofDays(3 * 365));
    private static final Instant THEN = NOW.minus(DAY.multipliedBy(15));
    private static final Instant CHANGE = NOW.minus(DAY.multipliedBy(10));
    private static final Instant SINCE = NOW.minus(DAY.multipliedBy(5));

    private static final Alliance BEFORE = Alliance.foundedAt(BEGUN);
    private static final Alliance AFTER = Alliance.foundedAt(BEGUN.plus(DAY));
    private static final SignedTrustState FIRST =
            signed(BEFORE, state(BEFORE, 1, null, NOW.minus(DAY.multipliedBy(20))));
    private static final SignedTrustState OTHER_ROOT = signed(BEFORE, state(AFTER, 2, FIRST, CHANGE));

    @TempDir
    private Path directory;

    @Test
    void whatAFormerRootVouchedForStaysGoodAndNothingNewDoes() {
        TrustStore store = holding(FIRST, OTHER_ROOT);

        assertThat(isBelieved(store, BEFORE, Expectation.signing(THEN))).isTrue();
        assertThat(isBelieved(store, BEFORE, Expectation.signing(SINCE))).isFalse();
        assertThat(isBelieved(store, AFTER, Expectation.signing(SINCE))).isTrue();
    }

    @Test
    void nobodyCallsUnderAFormerRootWhateverTimeHeNames() {
        assertThat(isBelieved(holding(FIRST, OTHER_ROOT), BEFORE, Expectation.client(THEN)))
                .isFalse();
    }

    @Test
    void aStateCaThatTheTrustStateOfThenDoesNotNameVouchesForNothing() {
        Alliance forged = Alliance.under(BEFORE.root(), BEGUN);

        assertThat(isBelieved(holding(FIRST, OTHER_ROOT), forged, Expectation.signing(THEN)))
                .isFalse();
    }

    @Test
    void aStateCaThatWasReplacedVouchesForWhatItSignedUntilThen() {
        TrustStore store = holding(FIRST, revokingMali(RevocationReason.SUPERSEDED));

        assertThat(isBelieved(store, BEFORE, Expectation.signing(THEN))).isTrue();
        assertThat(isBelieved(store, BEFORE, Expectation.signing(SINCE))).isFalse();
    }

    @Test
    void aCompromisedStateCaVouchesForAQuorumUntilItWasRevokedAndForNoStatement() {
        TrustStore store = holding(FIRST, revokingMali(RevocationReason.CA_COMPROMISE));
        CandidateChain chain = CandidateChain.of(BEFORE.administrator(State.ML).chain());

        assertThat(isBelieved(store, BEFORE, Expectation.signing(THEN))).isFalse();
        assertThat(judge(store, store.current().pastOfQuorums()).validate(chain, Expectation.signing(THEN)))
                .isInstanceOf(Validation.Accepted.class);
        assertThat(judge(store, store.current().pastOfQuorums()).validate(chain, Expectation.signing(SINCE)))
                .isInstanceOf(Validation.Rejected.class);
    }

    @Test
    void whomTheStateItselfDistrustsVouchedForNothingEver() {
        TrustStore store = holding(FIRST, OTHER_ROOT);
        AuthorityStatus mali =
                state(BEFORE, 1, null).revocations().authorities().getFirst();

        store.distrust(new OwnDistrust(Set.of(mali.digest())));

        assertThat(isBelieved(store, BEFORE, Expectation.signing(THEN))).isFalse();
    }

    @Test
    void theLastListsOfAFormerRootStayAndAreNotRewritten() {
        TrustStore store = holding(FIRST);
        for (Credential ca : authoritiesOf(BEFORE)) {
            assertThat(store.offerList(published(ca, RevocationListProfile.full(1, List.of()), THEN)))
                    .isInstanceOf(ListAcceptance.Accepted.class);
        }
        store.offer(OTHER_ROOT);

        TrustStore restarted = open();
        PublishedList rewritten = published(BEFORE.root(), RevocationListProfile.full(2, List.of()), THEN);

        assertThat(restarted.damaged()).isEmpty();
        assertThat(isBelieved(restarted, BEFORE, Expectation.signing(THEN))).isTrue();
        assertThat(restarted.offerList(rewritten))
                .isInstanceOfSatisfying(
                        ListAcceptance.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(ListRefusal.OLD));
    }

    private static List<Credential> authoritiesOf(Alliance alliance) {
        return List.of(alliance.root(), alliance.stateCa(State.ML), alliance.issuingCa(State.ML, Authority.PEOPLE_CA));
    }

    private static SignedTrustState revokingMali(RevocationReason reason) {
        TrustState good = state(BEFORE, 2, FIRST, CHANGE);
        List<AuthorityStatus> authorities = good.revocations().authorities().stream()
                .map(ca -> ca.state() == State.ML
                        ? new AuthorityStatus(State.ML, ca.certificate(), new Standing.Revoked(reason, CHANGE))
                        : ca)
                .toList();
        return signed(
                BEFORE,
                new TrustState(
                        edition(2, FIRST, CHANGE),
                        good.anchors(),
                        new Revocations(authorities, List.of()),
                        List.of(),
                        Directory.EMPTY));
    }

    private TrustStore holding(SignedTrustState... states) {
        TrustStore store = open();
        for (SignedTrustState state : states) {
            assertThat(store.offer(state)).isInstanceOf(Acceptance.Accepted.class);
        }
        return store;
    }

    private TrustStore open() {
        return TrustStore.open(directory, Alliance.ZONE, BEFORE.roots(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static boolean isBelieved(TrustStore store, Alliance alliance, Expectation expectation) {
        CandidateChain chain =
                CandidateChain.of(alliance.administrator(State.ML).chain());
        return judge(store, store.current().pastOfStatements()).validate(chain, expectation)
                instanceof Validation.Accepted;
    }

    private static SigningTrust judge(TrustStore store, PastTrust past) {
        ChainValidator today = new ChainValidator(Alliance.ZONE, store.current().material(BEFORE.roots()));
        return new SigningTrust(Alliance.ZONE, today, past);
    }
}
