package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.ReplacedStore;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.recognition.RecognisedStore;
import org.liptako.node.exchange.recognition.RecognitionFactory;
import org.liptako.node.exchange.store.StoreIdentity;
import org.liptako.node.exchange.store.StoreStep;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.possession.challenge.AnswerDesk;
import org.liptako.node.possession.challenge.ChallengeDraw;
import org.liptako.node.possession.challenge.ChallengeQuestion;
import org.liptako.node.possession.challenge.KeyedChunk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Burkina Faso has sealed a copy, and its disk is then not where it was. Real PostgreSQL, real directories, two nodes over real TLS. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class UnmountedStoreIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** More than a page of the registry's. */
    private static final int DECLARED = 250;

    @TempDir
    private Path directory;

    private TrialSource mali;
    private TrialReceiver burkina;
    private DatasetVersion version;
    private Path disk;
    private Path away;

    @BeforeEach
    void burkinaHasSealedACopy() throws IOException {
        mali = TrialSource.ofChunks(2, directory.resolve("ml"));
        burkina = TrialReceiver.of(directory.resolve("bf"), mali);
        disk = directory.resolve("bf/store");
        away = directory.resolve("away");
        Accepted first = offered();
        await().atMost(LONG).until(() -> burkina.transfer(first.grant()).confirmed());
        version = first.version();
    }

    @AfterEach
    void close() {
        burkina.close();
        mali.close();
    }

    private record Accepted(AcceptedGrant grant, DatasetVersion version) {}

    private Accepted offered() {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        mali.hear(grant);
        burkina.accept(grant);
        return new Accepted(
                grant,
                new DatasetVersion(grant.terms().dataset(), grant.versionRoot().orElseThrow()));
    }

    /** As a mount point is whose disk is not mounted. */
    private void unmount() throws IOException {
        Files.move(disk, away);
        Files.createDirectory(disk);
    }

    private void mount() throws IOException {
        try (var found = Files.list(disk)) {
            assertThat(found.map(Path::getFileName).map(Path::toString)).isEmpty();
        }
        Files.delete(disk);
        Files.move(away, disk);
    }

    @Test
    void anEmptyMountPointIsNotTakenForLostCopies() throws IOException {
        unmount();

        assertThatThrownBy(() -> burkina.verifyDesk().verify(version.dataset(), (done, all) -> {}))
                .isInstanceOfSatisfying(
                        Failure.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORE_UNKNOWN))
                .hasMessageContaining("nothing is fetched or judged")
                .hasMessageContaining(disk.toString());
        assertThatThrownBy(() -> burkina.store().sealed(version.dataset())).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> burkina.store().step(version)).isInstanceOf(Failure.class);
        assertThat(burkina.damaged().all()).isEmpty();
        assertThat(burkina.record.journaled(ReplicaDamaged.class)).isEmpty();

        mount();

        assertThat(burkina.store().step(version)).contains(StoreStep.SEALED);
    }

    @Test
    void aChallengerIsNotToldWhereTheStoreIsNorWhatItsNameIs() throws IOException {
        UUID name = identity().name();
        SiteId site = burkina.record.own().site();
        List<SeedCheckpoint> seeds = ChallengeDraw.others(site).stream()
                .map(state -> new SeedCheckpoint(state, 1, Digest.over(new byte[] {1})))
                .toList();
        ChallengeQuestion question = new ChallengeQuestion(
                new ChallengeDraw(version, site, State.ML, 1, seeds), 1, new byte[KeyedChunk.KEY_BYTES]);
        AnswerDesk desk = new AnswerDesk(burkina.record.own(), burkina.holdings());
        assertThat(desk.answer(question, State.ML, () -> {})).hasSize(1);
        unmount();

        assertThatThrownBy(() -> desk.answer(question, State.ML, () -> {}))
                .isInstanceOfSatisfying(
                        Failure.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_READY))
                .hasMessageNotContaining(disk.toString())
                .hasMessageNotContaining(name.toString());
    }

    @Test
    void nothingIsFetchedToAnEmptyMountPointAndTheTransferGoesOnOnceItIsMounted() throws IOException {
        unmount();
        Files.writeString(mali.origin.resolve("more.txt"), "a second version");
        mali.publishAgain();

        AcceptedGrant second = offered().grant();

        await().atMost(LONG)
                .until(() -> burkina.transfer(second).state() == TransferState.WAITING
                        && burkina.transfer(second).reason().en().contains("nothing is fetched"));
        assertThat(burkina.transfer(second).waitsFor()).isEqualTo(TransferWait.DISK);

        mount();

        await().atMost(LONG).until(() -> burkina.transfer(second).confirmed());
        assertThat(SampleTree.contents(burkina.sealed(second))).isEqualTo(SampleTree.contents(mali.origin));
    }

    @Test
    void aStoreOfAnInstallationBeforeIsKnownByItsCopies() throws IOException {
        StoreIdentity given = identity();
        forget();
        Files.delete(disk.resolve(StoreIdentity.FILE));

        assertThat(started(null).refusal()).isEmpty();

        assertThat(identity().name()).isNotEqualTo(given.name());
        assertThat(identity().site()).isEqualTo(given.site());
    }

    @Test
    void anEmptyStoreOfAnInstallationBeforeIsRefusedUntilItsOperatorSaysThatTheCopiesAreLost() throws IOException {
        forget();
        unmount();

        assertThat(started(null).refusal())
                .hasValueSatisfying(why ->
                        assertThat(why.en()).contains("place 1 copy at", "has 0 of them", "replaces-store: unmarked"));
        assertThat(disk.resolve(StoreIdentity.FILE)).doesNotExist();

        assertThat(started(new ReplacedStore(Optional.empty())).refusal()).isEmpty();
        assertThat(disk.resolve(StoreIdentity.FILE)).exists();
    }

    @Test
    void theReceivedCopyIsFoundBehindHundredsThatAreDeclaredOnly() throws IOException {
        Journal journal = burkina.record.own().journal();
        for (int number = 1; number <= DECLARED; number++) {
            DatasetId declared = new DatasetId("BF-DS-%03d".formatted(number));
            journal.append(new CopyRecorded(
                    journal.now(), declared, burkina.record.own().site(), CopyStanding.UNPROVEN));
        }
        forget();
        unmount();

        assertThat(started(null).refusal())
                .hasValueSatisfying(why -> assertThat(why.en()).contains("place 1 copy at", "has 0 of them"));
        assertThat(disk.resolve(StoreIdentity.FILE)).doesNotExist();
    }

    @Test
    void aBucketThatWasRefusedIsNotLookedAtForEachCall() throws IOException {
        BucketConfig bucket = new BucketConfig(
                URI.create("http://127.0.0.1:1"), "copies", "", "trial", directory.resolve("key"), true, null, null);
        RecognitionFactory factory = new RecognitionFactory();
        RecognisedStore store =
                factory.recognised(factory.open(config(null, null)), config(bucket, null), burkina.record.own());
        forget();
        unmount();
        Optional<Sentence> refusal = store.refusal();
        assertThat(refusal).isPresent();

        mount();

        assertThat(store.refusal()).isEqualTo(refusal);
        assertThat(started(null).refusal()).isEmpty();
    }

    @Test
    void aMarkThatIsLostAloneIsWrittenAgain() throws IOException {
        StoreIdentity given = identity();
        Files.delete(disk.resolve(StoreIdentity.FILE));

        assertThat(burkina.store().step(version)).contains(StoreStep.SEALED);

        assertThat(identity()).isEqualTo(given);
    }

    @Test
    void anotherDiskIsTakenOnceItsOperatorNamesTheOneThatItReplaces() throws IOException {
        UUID lost = identity().name();
        unmount();
        assertThat(started(named(UUID.randomUUID())).refusal())
                .hasValueSatisfying(why -> assertThat(why.en()).contains("replaces-store: " + lost));

        RecognisedStore replaced = started(named(lost));

        assertThat(replaced.refusal()).isEmpty();
        assertThat(replaced.step(version)).isEmpty();
        assertThat(identity().name()).isNotEqualTo(lost);
        // The key has had its effect: it says nothing of the disk that is there now.
        Files.delete(disk.resolve(StoreIdentity.FILE));
        assertThat(started(named(lost)).refusal()).isPresent();
    }

    @Test
    void aStoreThatIsAnotherIsRefused() throws IOException {
        UUID lost = identity().name();
        StoreIdentity another = StoreIdentity.first(identity().site());
        Files.write(disk.resolve(StoreIdentity.FILE), another.written());
        assertThat(started(null).refusal())
                .hasValueSatisfying(
                        why -> assertThat(why.en()).contains(lost.toString(), another.name() + ", and not"));

        Files.write(
                disk.resolve(StoreIdentity.FILE),
                StoreIdentity.first(new SiteId("NE-NIM-1")).written());
        assertThat(started(named(lost)).refusal())
                .hasValueSatisfying(why -> assertThat(why.en()).contains("is that of site NE-NIM-1"));

        Files.writeString(disk.resolve(StoreIdentity.FILE), "{\"store\":");
        assertThatThrownBy(() -> started(null).refusal())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
    }

    private static ReplacedStore named(UUID name) {
        return new ReplacedStore(Optional.of(name));
    }

    private StoreIdentity identity() throws IOException {
        Path file = disk.resolve(StoreIdentity.FILE);
        return StoreIdentity.read(Files.readAllBytes(file), file.toString());
    }

    /** As a database is that no node with identities has used. */
    private void forget() {
        burkina.record.own().jdbi().useHandle(handle -> handle.execute("DELETE FROM exchange_store"));
    }

    /** As a node finds it when it is started again. */
    private RecognisedStore started(@Nullable ReplacedStore replaced) throws IOException {
        ExchangeConfig config = config(null, replaced);
        RecognitionFactory factory = new RecognitionFactory();
        return factory.recognised(factory.open(config), config, burkina.record.own());
    }

    private ExchangeConfig config(@Nullable BucketConfig bucket, @Nullable ReplacedStore replaced) {
        return new ExchangeConfig(disk, directory, directory, directory, bucket, false, replaced, null);
    }
}
