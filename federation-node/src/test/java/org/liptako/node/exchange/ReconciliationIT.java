package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.PossessionConfig;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.possession.holding.HoldingStore;
import org.liptako.node.possession.reconcile.LookStore;
import org.liptako.node.possession.reconcile.LookSum;
import org.liptako.node.possession.reconcile.ReconciliationDesk;
import org.liptako.node.possession.reconcile.Stock;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Niger has sealed a copy of Mali's; then something happens to it, to its disk, or to a journal. Real PostgreSQL, a real directory, two nodes over real TLS. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class ReconciliationIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ReconciliationDesk.Order QUICK = new ReconciliationDesk.Order(false, 100, true);
    private static final ReconciliationDesk.Order BY_ITSELF = new ReconciliationDesk.Order(false, 100, false);
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final VersionRoot ANOTHER = new VersionRoot("ab".repeat(32));

    @TempDir
    private Path directory;

    private TrialSource mali;
    private TrialReceiver niger;
    private AcceptedGrant nigers;
    private DatasetVersion version;
    private final List<HoldingFinding> told = new ArrayList<>();

    @BeforeEach
    void nigerHasSealedACopy() throws IOException {
        mali = TrialSource.ofChunks(
                2,
                directory.resolve("ml"),
                endpoint -> new TrialServer(State.ML, Clock.systemUTC(), List.of(endpoint)));
        niger = new TrialReceiver(
                State.NE,
                directory.resolve("ne"),
                List.of(TrialReceiver.peer(
                        mali.server(), State.ML, mali.server().port())),
                UnaryOperator.identity());
        nigers = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(nigers);
        niger.accept(nigers);
        await().atMost(LONG).until(() -> niger.transfer(nigers).confirmed());
        version = new DatasetVersion(
                nigers.terms().dataset(), nigers.versionRoot().orElseThrow());
        niger.record.hear(mali.record);
    }

    @AfterEach
    void close() {
        niger.close();
        mali.close();
    }

    @Test
    void aCopyThatLiesThereAsJournaledIsNoFinding() {
        LookSum sum = look(QUICK);
        assertThat(sum.matched()).isEqualTo(1);
        assertThat(told).isEmpty();
        assertThat(journaled()).isEmpty();
    }

    @Test
    void aCopyWhoseFolderIsGoneIsSaidToBeMissingOnceAndToBeBackOnce() throws IOException {
        Path folder = sealed(version);
        Path aside = directory.resolve("aside");
        Files.move(folder, aside);

        look(QUICK);
        LookSum again = look(QUICK);

        assertThat(told).containsExactly(of(HoldingCause.GONE, version.root()), of(HoldingCause.GONE, version.root()));
        assertThat(again.of(HoldingKind.MISSING)).isEqualTo(1);
        assertThat(again.said().found()).isZero();
        assertThat(journaled()).containsExactly(of(HoldingCause.GONE, version.root()));
        assertThat(status()).isEqualTo(ReplicaStatus.LOST);
        assertThat(said()).containsExactly(of(HoldingCause.GONE, version.root()));

        Files.move(aside, folder);
        assertThat(look(QUICK).said().ended()).isEqualTo(1);
        look(QUICK);
        assertThat(niger.record.journaled(HoldingCleared.class)).hasSize(1);
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(said()).isEmpty();
    }

    @Test
    void whatNobodyHasJournaledIsDark() throws IOException {
        Path stray = VersionFolders.folder(store().resolve("sealed"), another());
        Files.createDirectories(stray.resolve("data"));
        Files.copy(sealed(version).resolve("header.json"), stray.resolve("header.json"));
        DatasetVersion half = new DatasetVersion(version.dataset(), new VersionRoot("cd".repeat(32)));
        Files.createDirectories(VersionFolders.folder(store().resolve("staging"), half));
        Files.writeString(store().resolve("sealed/notes.txt"), "a stranger's");
        Files.writeString(store().resolve("backup.tar"), "a stranger's");

        LookSum sum = look(QUICK);

        assertThat(told)
                .containsExactlyInAnyOrder(
                        of(HoldingCause.UNRECORDED, ANOTHER),
                        of(HoldingCause.HALF, half.root()),
                        HoldingFinding.strangers(niger.record.own().site()));
        assertThat(sum.strangers()).isEqualTo(2);
        assertThat(sum.examples()).containsExactlyInAnyOrder("backup.tar", "sealed/notes.txt");
        assertThat(sum.matched()).isEqualTo(1);
        assertThat(niger.record.journaled(HoldingFound.class))
                .filteredOn(found -> found.files() != null)
                .singleElement()
                .satisfies(found -> assertThat(found.files()).isEqualTo(2));
        Files.delete(store().resolve("backup.tar"));
        assertThat(look(QUICK).said().found()).isZero();
    }

    @Test
    void aCopyThatIsLeftInPartOrComesBackAfterItsErasureIsFound() throws IOException {
        Files.delete(sealed(version).resolve("header.json"));
        look(QUICK);
        assertThat(told).containsExactly(of(HoldingCause.BROKEN, version.root()));

        niger.record
                .own()
                .journal()
                .append(new ReplicaErased(
                        now(),
                        nigers.serial(),
                        version.dataset(),
                        niger.record.own().site()));
        look(QUICK);

        assertThat(journaled())
                .containsExactly(of(HoldingCause.BROKEN, version.root()), of(HoldingCause.ERASED, version.root()));
        assertThat(said()).containsExactly(of(HoldingCause.ERASED, version.root()));
    }

    @Test
    void aTransferThatIsUnderWayIsNoFinding() throws IOException {
        Files.writeString(mali.origin.resolve("more.txt"), "a second version");
        mali.publishAgain();
        AcceptedGrant second = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(second);
        niger.queue().pause(new PauseScope.Everything(), "an operator");
        niger.accept(second);
        DatasetVersion coming =
                new DatasetVersion(version.dataset(), second.versionRoot().orElseThrow());
        try (StagedReplica staged =
                niger.store().stage(mali.holdings().find(coming).orElseThrow().signed())) {
            LookSum sum = look(QUICK);
            assertThat(sum.underWay()).isEqualTo(1);
            assertThat(staged.missing().isEmpty()).isFalse();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aSealingThatTheSourceNeverConfirmedIsUnmatchedOnceTheSourceWasHeardLongAfterIt() {
        lose("given");
        LookSum early = look(QUICK);
        assertThat(told).isEmpty();
        assertThat(early.notHeard()).isEmpty();

        Duration twoDays = Duration.ofDays(2);
        LookSum cutOff = look(desk(niger, twoDays), QUICK);
        assertThat(told).isEmpty();
        assertThat(cutOff.notHeard()).containsExactly(State.ML);

        heard(niger.record, State.ML, now().plus(twoDays));
        look(desk(niger, twoDays), QUICK);
        assertThat(told)
                .containsExactly(new HoldingFinding(
                        HoldingCause.NEVER_GIVEN,
                        niger.record.own().site(),
                        version.dataset(),
                        version.root(),
                        nigers.serial()));

        niger.record.hear(mali.record);
        assertThat(look(desk(niger, twoDays), QUICK).said().ended()).isEqualTo(1);
    }

    @Test
    void whatMaliGaveAndNigerNeverSealedIsMalisFindingToo() {
        heard(mali.record, State.NE, now().plus(Duration.ofDays(2)));
        look(desk(mali.record, mali.holdings(), Duration.ofDays(2)), QUICK);
        assertThat(told)
                .containsExactly(new HoldingFinding(
                        HoldingCause.NEVER_SEALED,
                        niger.record.own().site(),
                        version.dataset(),
                        version.root(),
                        nigers.serial()));
        mali.record.hear(niger.record);
        assertThat(look(desk(mali.record, mali.holdings(), Duration.ofDays(2)), QUICK)
                        .said()
                        .ended())
                .isEqualTo(1);
    }

    @Test
    void aCopyThatIsWithdrawnOrWasNotReadForLongIsUnproven() throws IOException {
        look(desk(niger, Duration.ofDays(200)), QUICK);
        assertThat(told).containsExactly(of(HoldingCause.PROOF_OLD, version.root()));
        damage(sealed(version).resolve("data/large.bin"));

        LookSum deep = look(new ReconciliationDesk.Order(true, 100, true));

        assertThat(deep.unread()).isEmpty();
        assertThat(told.getLast()).isEqualTo(of(HoldingCause.WITHDRAWN, version.root()));
        assertThat(said()).containsExactly(of(HoldingCause.WITHDRAWN, version.root()));
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);
    }

    @Test
    void aStoreThatIsNotMountedSaysNothingOfItsCopies() throws IOException {
        Files.move(store(), directory.resolve("elsewhere"));
        Files.createDirectories(store());

        assertThatThrownBy(() -> look(QUICK)).isInstanceOf(Failure.class).hasMessageContaining("STORE_UNKNOWN");

        assertThat(journaled()).isEmpty();
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void whatIsUnmatchedIsJournaledOnceByTheSiteAndByTheGiverHoweverOftenTheyLook() {
        mali.record.hear(niger.record);
        List.of(niger.record, mali.record).forEach(ReconciliationIT::bothHeardInTwoDays);
        for (String change : List.of(
                "given_root = '" + ANOTHER + "'", "sealed_root = NULL, sealed_at = NULL", "given_root = NULL")) {
            List.of(niger.record, mali.record)
                    .forEach(record -> record.own()
                            .jdbi()
                            .useHandle(handle -> handle.execute("UPDATE possession_gift SET " + change)));
            lookTwice(niger.record, niger.holdings());
            lookTwice(mali.record, mali.holdings());
            List.of(niger.record, mali.record)
                    .forEach(record -> record.own()
                            .jdbi()
                            .useHandle(handle ->
                                    handle.execute("UPDATE possession_gift SET given_root = '" + version.root()
                                            + "', sealed_root = '" + version.root() + "', sealed_at = given_at")));
        }

        assertThat(causes(niger.record))
                .containsExactly(HoldingCause.GIVEN_OTHERWISE, HoldingCause.NEVER_SEALED, HoldingCause.NEVER_GIVEN);
        assertThat(causes(mali.record)).containsExactly(HoldingCause.GIVEN_OTHERWISE, HoldingCause.NEVER_SEALED);
    }

    @Test
    void twoVersionsUnderOneGrantAreAFindingOnlyOnceBothHadTheirTime() {
        niger.record
                .own()
                .jdbi()
                .useHandle(handle -> handle.execute("UPDATE possession_gift SET given_root = '" + ANOTHER + "'"));
        look(QUICK);
        assertThat(told).isEmpty();

        assertThat(look(desk(niger, TWO_DAYS), QUICK).notHeard()).containsExactly(State.ML);
        assertThat(told).isEmpty();

        bothHeardInTwoDays(niger.record);
        look(desk(niger, TWO_DAYS), QUICK);
        assertThat(told).extracting(HoldingFinding::cause).containsExactly(HoldingCause.GIVEN_OTHERWISE);
    }

    @Test
    void aStateHidesNoGiftByASealingElsewhereThatItErases() {
        SiteId elsewhere = new SiteId("NE-AGZ-1");
        mali.record.hear(
                State.NE,
                new ReplicaSealed(now(), nigers.serial(), version.dataset(), elsewhere, version.root(), 1, false));
        mali.record.hear(State.NE, new ReplicaErased(now(), nigers.serial(), version.dataset(), elsewhere));
        bothHeardInTwoDays(mali.record);

        look(desk(mali.record, mali.holdings(), TWO_DAYS), QUICK);

        assertThat(told)
                .containsExactly(new HoldingFinding(
                        HoldingCause.NEVER_SEALED,
                        niger.record.own().site(),
                        version.dataset(),
                        version.root(),
                        nigers.serial()));
    }

    @Test
    void aCopyThatWasLostAndIsProvedIsSealed() throws IOException {
        Files.move(sealed(version), directory.resolve("aside"));
        look(QUICK);
        assertThat(status()).isEqualTo(ReplicaStatus.LOST);

        niger.record
                .own()
                .journal()
                .append(new ReplicaProved(
                        now(), version.dataset(), niger.record.own().site(), version.root(), 1, 1));

        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void thatEveryCopyIsGoneIsJournaledOnlyOnceAnOperatorHasLooked() throws IOException {
        Files.move(sealed(version), directory.resolve("aside"));
        ReconciliationDesk desk = desk(niger, Duration.ZERO);

        LookSum held = look(desk, BY_ITSELF);
        assertThat(held.said().held()).isTrue();
        assertThat(held.of(HoldingKind.MISSING)).isEqualTo(1);
        assertThat(journaled()).isEmpty();
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);

        assertThat(look(desk, QUICK).said().found()).isEqualTo(1);
        assertThat(look(desk, BY_ITSELF).said().held()).isFalse();
        assertThat(journaled()).containsExactly(of(HoldingCause.GONE, version.root()));
    }

    @Test
    void thatMostOfFourCopiesAreGoneIsHeldBackAndOfThreeItIsSaid() {
        List<DatasetId> gone =
                List.of(new DatasetId("ML-DS-001"), new DatasetId("ML-DS-002"), new DatasetId("ML-DS-003"));
        gone.forEach(dataset -> sealedInTheJournalOnly(new DatasetVersion(dataset, ANOTHER)));
        assertThat(look(BY_ITSELF).said().held()).isTrue();
        assertThat(journaled()).isEmpty();

        niger.record
                .own()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "DELETE FROM possession_copy WHERE dataset = ?",
                        gone.getLast().value()));
        assertThat(look(BY_ITSELF).said().found()).isEqualTo(2);
    }

    @Test
    void anOldVersionThatAnotherHasReplacedIsNotMissedOnceItsBytesAreGone() throws IOException {
        sealedInTheJournalOnly(another());
        Path newer = VersionFolders.folder(store().resolve("sealed"), another());
        Files.createDirectories(newer.resolve("data"));
        Files.copy(sealed(version).resolve("header.json"), newer.resolve("header.json"));
        Durable.remove(sealed(version));

        LookSum sum = look(QUICK);

        assertThat(told).isEmpty();
        assertThat(sum.matched()).isEqualTo(1);
        Durable.remove(newer);
        look(QUICK);
        assertThat(told).containsExactly(of(HoldingCause.GONE, ANOTHER));
    }

    @Test
    void manyFindingsAreAllJournaledOnceAndEndedOnce() throws IOException {
        int many = 230;
        for (int i = 0; i < many; i++) {
            Files.createDirectories(store().resolve("sealed/" + version.dataset() + "/" + "%064x".formatted(i)));
        }

        assertThat(look(QUICK).said().found()).isEqualTo(many);
        assertThat(look(QUICK).said().found()).isZero();
        assertThat(journaled()).hasSize(many).doesNotHaveDuplicates();
        for (int i = 0; i < many; i++) {
            Files.delete(store().resolve("sealed/" + version.dataset() + "/" + "%064x".formatted(i)));
        }

        assertThat(look(QUICK).said().ended()).isEqualTo(many);
        assertThat(niger.record.journaled(HoldingCleared.class)).hasSize(many);
    }

    private void sealedInTheJournalOnly(DatasetVersion sealed) {
        GrantSerial serial = TrialGrants.plain(mali.version(), State.NE).serial();
        niger.record
                .own()
                .journal()
                .append(new ReplicaSealed(
                        now(), serial, sealed.dataset(), niger.record.own().site(), sealed.root(), 1, false));
    }

    private static void bothHeardInTwoDays(TrialRecord record) {
        heard(record, State.ML, now().plus(TWO_DAYS));
        heard(record, State.NE, now().plus(TWO_DAYS));
    }

    private void lookTwice(TrialRecord record, Holdings holdings) {
        look(desk(record, holdings, TWO_DAYS), QUICK);
        assertThat(look(desk(record, holdings, TWO_DAYS), QUICK).said().found()).isZero();
    }

    private static List<HoldingCause> causes(TrialRecord record) {
        return record.journaled(HoldingFound.class).stream()
                .map(found -> found.finding().cause())
                .toList();
    }

    private LookSum look(ReconciliationDesk.Order order) {
        return look(desk(niger, Duration.ZERO), order);
    }

    private LookSum look(ReconciliationDesk desk, ReconciliationDesk.Order order) {
        return desk.look(order, stage -> {}, (finding, files) -> told.add(finding));
    }

    private static ReconciliationDesk desk(TrialReceiver receiver, Duration ahead) {
        return desk(receiver.record, receiver.holdings(), receiver.verifyDesk(), ahead);
    }

    private static ReconciliationDesk desk(TrialRecord record, Holdings holdings, Duration ahead) {
        return desk(record, holdings, new VerifyDesk(record.own(), holdings, FakeStatements.VERIFIER), ahead);
    }

    /** One whose clock is ahead. */
    private static ReconciliationDesk desk(TrialRecord record, Holdings holdings, VerifyDesk verify, Duration ahead) {
        SiteRecord own = record.own();
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        SiteRecord later = new SiteRecord(own.site(), own.jdbi(), own.journal(), own.registry(), clock);
        PeerJournals peers = new PeerJournals(own.jdbi(), own.journal(), clock, FakeStatements.VERIFIER, List.of());
        Stock stock = new Stock(
                later,
                holdings.store(),
                holdings.published(),
                new HoldingStore(own.jdbi()),
                new TransferStore(own.jdbi(), clock));
        return new ReconciliationDesk(stock, peers, verify, new LookStore(own.jdbi()), PossessionConfig.USUAL);
    }

    /** As if a State's journal had been read then. */
    private static void heard(TrialRecord record, State state, Instant at) {
        record.own()
                .jdbi()
                .useHandle(
                        handle -> handle.createUpdate("UPDATE journal_chain SET last_heard = :at WHERE state = :state")
                                .bind("at", at.atOffset(ZoneOffset.UTC))
                                .bind("state", state.name())
                                .execute());
    }

    /** As if that half had never been read. */
    private void lose(String half) {
        niger.record
                .own()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE possession_gift SET " + half + "_root = NULL, " + half + "_at = NULL"));
    }

    private List<HoldingFinding> journaled() {
        return niger.record.journaled(HoldingFound.class).stream()
                .map(HoldingFound::finding)
                .toList();
    }

    private List<HoldingFinding> said() {
        return niger.record.own().registry().holdings().page(Page.first(100)).statements().stream()
                .map(statement -> statement.word().finding())
                .toList();
    }

    private ReplicaStatus status() {
        return niger.record
                .own()
                .registry()
                .replica(version.dataset(), niger.record.own().site())
                .orElseThrow()
                .state()
                .status();
    }

    private HoldingFinding of(HoldingCause cause, VersionRoot root) {
        return HoldingFinding.of(cause, niger.record.own().site(), version.dataset(), root);
    }

    private DatasetVersion another() {
        return new DatasetVersion(version.dataset(), ANOTHER);
    }

    private Path store() {
        return directory.resolve("ne/store");
    }

    private Path sealed(DatasetVersion version) {
        return VersionFolders.folder(store().resolve("sealed"), version);
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static void damage(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            int was = file.read();
            file.seek(0);
            file.write(was ^ 1);
        }
    }
}
