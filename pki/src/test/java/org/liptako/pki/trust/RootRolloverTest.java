package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.trust.Drafting.DAY;
import static org.liptako.pki.trust.Drafting.NOW;
import static org.liptako.pki.trust.Drafting.edition;
import static org.liptako.pki.trust.Drafting.signed;
import static org.liptako.pki.trust.Drafting.state;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.CrossProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.quorum.Alliance;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

/** A root is replaced: both are believed for a while, then the old one no longer; one node sleeps through all of it. */
class RootRolloverTest {
    private static final Instant BEGUN = NOW.minus(Duration.ofDays(3 * 365));
    private static final Alliance BEFORE = Alliance.foundedAt(BEGUN);
    private static final Alliance AFTER = Alliance.foundedAt(BEGUN.plus(Duration.ofDays(1)));

    private static final SignedTrustState OLD_ROOT = signed(BEFORE, state(BEFORE, 1, null));
    private static final SignedTrustState BOTH_ROOTS = signed(BEFORE, both(2, OLD_ROOT));
    private static final SignedTrustState NEW_PEOPLE = signed(AFTER, both(3, BOTH_ROOTS));
    private static final SignedTrustState NEW_ROOT = signed(AFTER, state(AFTER, 4, NEW_PEOPLE));

    @TempDir
    private Path directory;

    @Test
    void aNodeThatSleptThroughTheOverlapComesBackStateByState() {
        TrustStore sleeper = open();
        assertThat(sleeper.offer(OLD_ROOT)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(validator(sleeper).validate(caller(AFTER), Expectation.client(NOW)))
                .isInstanceOf(Validation.Rejected.class);

        for (SignedTrustState missed : awake().after(1, 10)) {
            assertThat(sleeper.offer(missed)).isInstanceOf(Acceptance.Accepted.class);
        }
        assertThat(validator(sleeper).validate(caller(AFTER), Expectation.client(NOW)))
                .isInstanceOf(Validation.Accepted.class);
        assertThat(validator(sleeper).validate(caller(BEFORE), Expectation.client(NOW)))
                .isInstanceOf(Validation.Rejected.class);
    }

    @Test
    void theNewRootAloneConvincesNobody() {
        TrustStore sleeper = open();
        sleeper.offer(OLD_ROOT);
        assertThat(sleeper.offer(NEW_ROOT))
                .isInstanceOfSatisfying(
                        Acceptance.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(TrustRefusal.GAPPED));
        SignedTrustState shortcut = signed(AFTER, state(AFTER, 2, OLD_ROOT));
        assertThat(sleeper.offer(shortcut))
                .isInstanceOfSatisfying(
                        Acceptance.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(TrustRefusal.SELF_SIGNED));
    }

    @Test
    void bothRootsAreBelievedDuringTheOverlap() {
        TrustStore store = open();
        store.offer(OLD_ROOT);
        store.offer(BOTH_ROOTS);
        for (Alliance alliance : List.of(BEFORE, AFTER)) {
            assertThat(validator(store).validate(caller(alliance), Expectation.client(NOW)))
                    .isInstanceOf(Validation.Accepted.class);
        }
    }

    @Test
    void aNodeThatKnowsOnlyTheOldRootRestartsUnderTheNewOne() {
        TrustStore store = open();
        List.of(OLD_ROOT, BOTH_ROOTS, NEW_PEOPLE, NEW_ROOT).forEach(store::offer);
        TrustStore restarted = open();
        assertThat(restarted.damaged()).isEmpty();
        assertThat(restarted.current().newest().orElseThrow().digest()).isEqualTo(NEW_ROOT.digest());
    }

    /**
     * The way of one who knows one root alone: through the other's certificate by it. The old root's certificate by the
     * new one has to leave with the old root, or the old root would be believed for as long as it stays.
     */
    @Test
    void aLeafOfTheOtherRootIsReachedOverTheCrossCertificateAlone() {
        CertificateIssuer issuer = Alliance.issuerAt(BEGUN);
        Credential first = issuer.root(RootProfile.numbered(1), issuer.newKey(KeyKind.P384));
        Credential second = issuer.root(RootProfile.numbered(2), issuer.newKey(KeyKind.P384));
        Alliance old = Alliance.under(first, BEGUN);
        Alliance next = Alliance.under(second, BEGUN);
        CertificateIssuer crossing = Alliance.issuerAt(NOW.minus(DAY.multipliedBy(30)));
        List<X509Certificate> newWithOld =
                List.of(crossing.issue(CrossProfile.of(2), second.certificate().getPublicKey(), first));
        List<X509Certificate> oldWithNew =
                List.of(crossing.issue(CrossProfile.of(1), first.certificate().getPublicKey(), second));
        TrustStore store = TrustStore.open(
                directory.resolve("crossed"), Alliance.ZONE, old.roots(), Clock.fixed(NOW, ZoneOffset.UTC));

        SignedTrustState underOld = signed(old, crossed(1, null, old, next, newWithOld));
        assertThat(store.offer(underOld)).isInstanceOf(Acceptance.Accepted.class);
        assertBelieved(store, next, old);

        SignedTrustState underNew = signed(old, crossed(2, underOld, next, old, oldWithNew));
        assertThat(store.offer(underNew)).isInstanceOf(Acceptance.Accepted.class);
        assertBelieved(store, old, next);

        SignedTrustState ended = signed(old, crossed(3, underNew, next, old, newWithOld));
        assertThat(store.offer(ended)).isInstanceOf(Acceptance.Accepted.class);
        assertBelieved(store, next);
        assertThat(validator(store).validate(caller(old), Expectation.client(NOW)))
                .isInstanceOf(Validation.Rejected.class);
    }

    private static void assertBelieved(TrustStore store, Alliance... alliances) {
        for (Alliance alliance : alliances) {
            assertThat(validator(store).validate(caller(alliance), Expectation.client(NOW)))
                    .isInstanceOf(Validation.Accepted.class);
        }
    }

    /** One that names the State CAs of the first alliance and of another, and believes the first one's root. */
    private static TrustState crossed(
            long number,
            @Nullable SignedTrustState previous,
            Alliance alliance,
            Alliance other,
            List<X509Certificate> crossing) {
        Instant issuedAt = NOW.minus(DAY.multipliedBy(20)).plus(DAY.multipliedBy(number));
        return state(edition(number, previous, issuedAt), alliance.roots(), crossing, alliance, other);
    }

    private static TrustStore open(Path at) {
        return TrustStore.open(at, Alliance.ZONE, BEFORE.roots(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private TrustStore open() {
        return open(directory.resolve("node"));
    }

    private TrustStore awake() {
        TrustStore awake = open(directory.resolve("peer"));
        List.of(OLD_ROOT, BOTH_ROOTS, NEW_PEOPLE, NEW_ROOT)
                .forEach(state -> assertThat(awake.offer(state)).isInstanceOf(Acceptance.Accepted.class));
        return awake;
    }

    private static ChainValidator validator(TrustStore store) {
        return new ChainValidator(Alliance.ZONE, store.current().material(BEFORE.roots()));
    }

    private static CandidateChain caller(Alliance alliance) {
        Credential administrator = alliance.administrator(State.BF);
        return CandidateChain.of(administrator.chain());
    }

    private static TrustState both(long number, SignedTrustState previous) {
        Instant issuedAt = NOW.minus(Duration.ofDays(20)).plus(Duration.ofDays(number));
        List<X509Certificate> roots =
                List.of(BEFORE.root().certificate(), AFTER.root().certificate());
        return state(edition(number, previous, issuedAt), roots, List.of(), BEFORE, AFTER);
    }
}
