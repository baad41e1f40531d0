package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.pki.trust.Drafting.NOW;
import static org.liptako.pki.trust.Drafting.signed;
import static org.liptako.pki.trust.Drafting.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.quorum.Alliance;

class TrustStoreTest {
    private static final Alliance ALLIANCE = Alliance.found();
    private static final SignedTrustState FIRST = signed(ALLIANCE, state(ALLIANCE, 1, null));
    private static final SignedTrustState SECOND = signed(ALLIANCE, state(ALLIANCE, 2, FIRST));
    private static final SignedTrustState THIRD = signed(ALLIANCE, state(ALLIANCE, 3, SECOND));
    private static final PublishedList LIST = ListShelfTest.published(
            ALLIANCE.issuingCa(State.ML, Authority.PEOPLE_CA), RevocationListProfile.full(1, List.of()), NOW);
    private static final PublishedList DELTA = ListShelfTest.published(
            ALLIANCE.issuingCa(State.ML, Authority.PEOPLE_CA), RevocationListProfile.delta(2, 1, List.of()), NOW);

    @TempDir
    private Path directory;

    /** Every call asks what is believed; a stranger's offer may take long to judge. */
    @Test
    void whatIsBelievedIsToldWhileAnOfferIsJudged() throws Exception {
        TrustStore store = open();
        store.offer(FIRST);
        synchronized (store) {
            BelievedTrust told = CompletableFuture.supplyAsync(store::current).get(5, TimeUnit.SECONDS);
            assertThat(told.newest().orElseThrow().state().number()).isEqualTo(1);
        }
    }

    /** Whoever it is, and however long judging takes: a revocation that a peer brings meanwhile is taken. */
    @Test
    void nobodyWaitsWhileAnOfferIsJudged() {
        List<TrustStore> stores = new ArrayList<>();
        List<Boolean> held = new ArrayList<>();
        TrustStore store = TrustStore.open(directory, Alliance.ZONE, ALLIANCE.roots(), asked(() -> {
            stores.forEach(one -> held.add(Thread.holdsLock(one)));
        }));
        stores.add(store);

        store.offer(FIRST);
        store.offerList(LIST);

        assertThat(held).hasSizeGreaterThan(1).containsOnly(false);
    }

    /** The clock is read while an offer is judged: that is when another brings the same. */
    @Test
    void whatHasMovedMeanwhileIsJudgedAgain() {
        List<Supplier<Object>> meanwhile = new ArrayList<>();
        List<Object> became = new ArrayList<>();
        TrustStore store = TrustStore.open(directory, Alliance.ZONE, ALLIANCE.roots(), asked(() -> {
            if (!meanwhile.isEmpty()) {
                became.add(meanwhile.removeFirst().get());
            }
        }));

        meanwhile.add(() -> store.offer(FIRST));
        assertThat(store.offer(FIRST)).isInstanceOf(Acceptance.AlreadyHeld.class);
        meanwhile.add(() -> store.offerList(LIST));
        assertThat(store.offerList(LIST)).isInstanceOf(ListAcceptance.AlreadyHeld.class);

        assertThat(became.getFirst()).isInstanceOf(Acceptance.Accepted.class);
        assertThat(became.getLast()).isInstanceOf(ListAcceptance.Accepted.class);
        assertThat(store.current().epoch()).isEqualTo(2);
    }

    private static Clock asked(Runnable meanwhile) {
        InstantSource asked = () -> {
            meanwhile.run();
            return NOW;
        };
        return asked.withZone(ZoneOffset.UTC);
    }

    @Test
    void theOwnDistrustListIsNewsAfterARestartAlsoBeforeTheFirstTrustState() {
        open().distrust(new OwnDistrust(Set.of(Digest.over(new byte[0]))));
        assertThat(open().current().epoch()).isPositive();
    }

    @Test
    void whatWasAcceptedIsThereAfterARestart() {
        TrustStore store = filled();
        store.distrust(new OwnDistrust(Set.of(FIRST.digest())));
        BelievedTrust before = store.current();
        BelievedTrust after = open().current();
        assertThat(after.newest()).isEqualTo(before.newest());
        assertThat(after.shelf().held()).hasSize(2);
        assertThat(after.distrust()).isEqualTo(before.distrust());
        assertThat(open().damaged()).isEmpty();
    }

    @Test
    void theEpochMovesWithEveryChangeAndWithNothingElse() {
        TrustStore store = filled();
        long epoch = store.current().epoch();
        store.offer(THIRD);
        store.offer(FIRST);
        store.offerList(LIST);
        assertThat(store.current().epoch()).isEqualTo(epoch);
        store.distrust(new OwnDistrust(Set.of(FIRST.digest())));
        assertThat(store.current().epoch()).isEqualTo(epoch + 1);
    }

    @Test
    void aPeerGetsWhatItMissed() {
        TrustStore store = filled();
        assertThat(store.after(0, 10)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(store.after(1, 1)).containsExactly(SECOND);
        assertThat(store.after(3, 10)).isEmpty();
        assertThat(store.after(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void aDamagedNewestIsLeftAsideAndTheNewestGoodOneCounts() throws IOException {
        filled();
        try (RandomAccessFile third = new RandomAccessFile(file("state-00000000000000000003.der"), "rw")) {
            third.setLength(third.length() / 2);
        }
        TrustStore reopened = open();
        assertThat(reopened.damaged()).hasSize(1);
        assertThat(reopened.current().newest().orElseThrow().digest()).isEqualTo(SECOND.digest());
        assertThat(reopened.offer(THIRD)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(open().damaged()).isEmpty();
    }

    @Test
    void aFileOfFiftyMegabytesIsLeftAsideUnread() throws IOException {
        filled();
        try (RandomAccessFile huge = new RandomAccessFile(file("state-00000000000000000004.der"), "rw")) {
            huge.setLength(50_000_000);
        }
        assertThat(open().damaged()).hasSize(1);
    }

    @Test
    void aRefusedOneLeavesNothingBehind() throws IOException {
        TrustStore store = open();
        store.offer(THIRD);
        store.offer(new SignedTrustState(SECOND.content(), new byte[0]));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void noListIsBelievedBeforeTheFirstTrustState() {
        assertThat(open().offerList(LIST)).isInstanceOf(ListAcceptance.Refused.class);
    }

    @Test
    void aDamagedDistrustListStopsTheStart() throws IOException {
        filled().distrust(new OwnDistrust(Set.of(FIRST.digest())));
        Files.writeString(directory.resolve("distrust.txt"), "nobody\n");
        assertThatThrownBy(this::open).isInstanceOf(TrustStoreException.class).hasMessageContaining("distrust.txt");
    }

    @Test
    void anAdministratorChangesTheOwnDistrustListInItsFile() throws IOException {
        TrustStore store = filled();
        long before = store.current().epoch();
        Path file = directory.resolve("distrust.txt");

        Files.writeString(file, FIRST.digest().hex() + " NE\n");
        store.rereadDistrust();
        store.rereadDistrust();

        assertThat(store.current().distrust().states()).containsExactly(Map.entry(FIRST.digest(), State.NE));
        assertThat(store.current().epoch()).isEqualTo(before + 1);
        for (String damaged : List.of("not a digest", FIRST.digest().hex() + " XX")) {
            Files.writeString(file, damaged);
            assertThatThrownBy(store::rereadDistrust).isInstanceOf(TrustStoreException.class);
        }
        Files.delete(file);
        assertThatThrownBy(store::rereadDistrust)
                .isInstanceOf(TrustStoreException.class)
                .hasMessageContaining("is gone");
        assertThat(store.current().distrust().authorities()).containsExactly(FIRST.digest());
    }

    @Test
    void ownDistrustReachesTheValidatorAlsoBeforeTheFirstTrustState() {
        TrustStore store = open();
        store.distrust(new OwnDistrust(Set.of(FIRST.digest())));
        assertThat(store.current().material(ALLIANCE.roots()).distrustedAuthorities())
                .containsExactly(FIRST.digest());
        store.offer(FIRST);
        assertThat(store.current().material(ALLIANCE.roots()).distrustedAuthorities())
                .containsExactly(FIRST.digest());
    }

    @Test
    void eachUseHasItsOwnLimitOfAge() {
        TrustState first = state(ALLIANCE, 1, null);
        assertThat(TrustUse.ENROLMENT.admits(first, first.nextUpdate())).isTrue();
        assertThat(TrustUse.ENROLMENT.admits(first, first.nextUpdate().plusSeconds(1)))
                .isFalse();
        assertThat(TrustUse.BINDING_ACTS.admits(first, first.nextUpdate().plus(Duration.ofDays(7))))
                .isTrue();
        assertThat(TrustUse.BINDING_ACTS.admits(first, first.nextUpdate().plus(Duration.ofDays(8))))
                .isFalse();
        assertThat(TrustUse.OWN_SOIL.admits(first, first.nextUpdate().plus(Duration.ofDays(10_000))))
                .isTrue();
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private TrustStore open() {
        return TrustStore.open(directory, Alliance.ZONE, ALLIANCE.roots(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private TrustStore filled() {
        TrustStore store = open();
        for (SignedTrustState next : List.of(FIRST, SECOND, THIRD)) {
            assertThat(store.offer(next)).isInstanceOf(Acceptance.Accepted.class);
        }
        for (PublishedList next : List.of(LIST, DELTA)) {
            assertThat(store.offerList(next)).isInstanceOf(ListAcceptance.Accepted.class);
        }
        return store;
    }
}
