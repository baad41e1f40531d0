package org.liptako.node.cli.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ExportDiskRequest;
import org.liptako.exchange.v1.ImportDiskRequest;
import org.liptako.exchange.v1.ImportedDisk;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.PublishVersionResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.DatasetFiles;
import org.liptako.node.cli.demo.stage.DemoDirectory;
import org.liptako.node.cli.demo.stage.Engine;
import org.liptako.node.cli.demo.stage.Fault;
import org.liptako.node.cli.demo.stage.Federation;
import org.liptako.node.cli.demo.stage.Link;
import org.liptako.node.cli.demo.stage.Narrator;
import org.liptako.node.cli.demo.stage.People;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.exchange.bucket.TrialBucket;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.exchange.store.DirectoryReplicaStore;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StagedClaims;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.exchange.store.s3.S3ReplicaStore;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Zone;

/**
 * Three nodes as processes, and kill -9 of one of them, or of its PostgreSQL, in the middle of a copy from Bamako to Ouagadougou. The line
 * is slow until the kill, so that it falls in the middle; the size is such that a transfer that began anew would break the limit.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class KilledInMidTransferIT {
    private static final Path SAMPLES = Path.of("src", "main", "samples");
    private static final DatasetId DATASET = new DatasetId("ML-DS-014");
    private static final long BYTES = 160L << 20;
    private static final long SLOW = 40L << 20;
    private static final long MOST_TWICE = 64L << 20;
    private static final long MOST_UNSYNCED_CHUNKS = 40;
    private static final Duration CONFIRMATION = Duration.ofSeconds(30);

    @TempDir
    static Path temporary;

    private static DemoDirectory directory;
    private static Federation federation;
    private static Scene scene;

    private record Journaled(List<String> mali, List<String> burkina) {}

    @BeforeAll
    static void start() throws IOException {
        directory = DemoDirectory.prepare(temporary.resolve("three"));
        TrialTree tree = new TrialCeremony(Clock.systemUTC(), new SecureRandom())
                .perform(TrialPlan.capitals(Zone.LOCALHOST), directory.pki());
        Files.createDirectories(directory.rules());
        for (String rules : List.of("aes.yaml", "bf.yaml", "ml.yaml", "ne.yaml")) {
            Files.copy(
                    SAMPLES.resolve("rules").resolve(rules), directory.rules().resolve(rules));
        }
        federation = Federation.start(directory, tree, Zone.LOCALHOST, Engine.EMBEDDED);
        People people = new People(tree, federation);
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Narrator narrator = new Narrator(new Screen(nowhere, nowhere, Language.ENGLISH));
        FirstEditions law = new FirstEditions(people);
        law.publish(directory.rules());
        new Prologue(people)
                .play(
                        Files.readString(SAMPLES.resolve("sites.yaml")),
                        Files.readString(SAMPLES.resolve("datasets.yaml")));
        law.tell(narrator);
        scene = new Scene(federation, people, narrator, directory, Fault.NONE);
    }

    @AfterAll
    static void stop() {
        if (federation != null) {
            federation.close();
        }
    }

    @Test
    void theReceiverGoesOnFromWhatItHadMadeDurable() throws IOException {
        Copy copy = new Copy("receiver");
        double sentBefore = sent();
        copy.awaitMiddle();

        federation.kill(Place.OUAGADOUGOU);
        int claimed =
                StagedClaims.proved(directory.of(Place.OUAGADOUGOU.state()).resolve("store"), copy.version);
        copy.line.slowTo(0);
        federation.startAgain(Place.OUAGADOUGOU);

        Transfer sealed = copy.awaitWhole();
        assertThat((long) claimed).isGreaterThanOrEqualTo(copy.durableInTheMiddle);
        assertThat(sealed.getAttempts()).isGreaterThan(1);
        assertThat(sent() - sentBefore - sealed.getBytes()).isLessThanOrEqualTo(MOST_TWICE);
    }

    @Test
    void theReceiverGoesOnInABucketWithThePartsThatAreThere() throws IOException {
        Path file = directory.of(Place.OUAGADOUGOU.state()).resolve("node.yaml");
        String before = Files.readString(file);
        try (TrialBucket objects = TrialBucket.start()) {
            BucketConfig bucket = objects.config("BF-OUA-1/");
            Files.writeString(file, before.replace("  exchange:\n", "  exchange:\n    s3: " + yaml(bucket) + "\n"));
            restart(Place.OUAGADOUGOU);
            Copy copy = new Copy("bucket", () -> S3ReplicaStore.open(bucket, temporary.resolve("looking-on")));
            double sentBefore = sent();
            copy.awaitMiddle();

            federation.kill(Place.OUAGADOUGOU);
            copy.line.slowTo(0);
            federation.startAgain(Place.OUAGADOUGOU);

            Transfer sealed = copy.awaitWhole();
            assertThat(sealed.getAttempts()).isGreaterThan(1);
            assertThat(sent() - sentBefore - sealed.getBytes()).isLessThanOrEqualTo(MOST_TWICE);
            Files.writeString(file, before);
            restart(Place.OUAGADOUGOU);
        } finally {
            Files.writeString(file, before);
        }
    }

    private static String yaml(BucketConfig bucket) {
        return "{endpoint: '%s', bucket: %s, prefix: %s, region: %s, credentials-file: '%s'}"
                .formatted(bucket.endpoint(), bucket.bucket(), bucket.prefix(), bucket.region(), bucket.credentials());
    }

    private static void restart(Place place) {
        federation.kill(place);
        federation.startAgain(place);
    }

    @Test
    void theReceiverWaitsForASourceThatWasKilled() throws IOException {
        Copy copy = new Copy("source");
        copy.awaitMiddle();

        federation.kill(Place.BAMAKO);
        copy.line.slowTo(0);
        federation.startAgain(Place.BAMAKO);

        assertThat(copy.awaitWhole().getAttempts()).isGreaterThan(1);
    }

    @Test
    void theReceiverOutlivesItsPostgresql() throws IOException {
        Copy copy = new Copy("receivers-postgresql");
        copy.awaitMiddle();

        long killed = killPostgresql(Place.OUAGADOUGOU);
        copy.line.slowTo(0);

        copy.awaitWhole();
        assertThat(postmaster(Place.OUAGADOUGOU)).isNotEqualTo(killed);
        assertThat(readiness(Place.OUAGADOUGOU)).contains("\"status\":\"UP\"");
    }

    @Test
    void theSourceOutlivesItsPostgresql() throws IOException {
        Copy copy = new Copy("sources-postgresql");
        copy.awaitMiddle();

        long killed = killPostgresql(Place.BAMAKO);
        copy.line.slowTo(0);

        copy.awaitWhole();
        assertThat(postmaster(Place.BAMAKO)).isNotEqualTo(killed);
        assertThat(readiness(Place.BAMAKO)).contains("\"status\":\"UP\"");
    }

    /** By road, for the line is cut. A kill that came too late would find a copy that needs the disk no more. */
    @Test
    void aDiskThatWasBeingReadIsGoneOnWith() throws Exception {
        Link line = federation.link(Place.OUAGADOUGOU, Place.BAMAKO);
        line.cut();
        try {
            Copy copy = new Copy("by-road");
            copy.line.slowTo(0);
            Disk disk = new Disk(copy);
            disk.write();
            copy.noteJournals();
            Future<ImportedDisk> reading = disk.beginToRead();
            Await.until(CONFIRMATION, () -> Optional.of(hasTakenMuch(copy)).filter(much -> much));

            federation.kill(Place.OUAGADOUGOU);
            reading.get(30, TimeUnit.SECONDS);
            int claimed = StagedClaims.proved(store(Place.OUAGADOUGOU), copy.version);
            assertThat(claimed).isPositive();
            int whole = StagedClaims.inPlace(store(Place.OUAGADOUGOU), copy.version);
            federation.startAgain(Place.OUAGADOUGOU);

            if (whole < copy.chunks()) {
                Transfer found = copy.awaitLook();
                assertThat(found.getChunksDurable()).isEqualTo(whole).isGreaterThanOrEqualTo(claimed);
                ImportedDisk read = disk.read();
                assertThat(read.getFaultsList()).isEmpty();
                assertThat(read.getKnown()).isEqualTo(whole);
                assertThat(read.getTaken()).isEqualTo(copy.chunks() - whole);
                assertThat(copy.count(journaled().burkina(), "COURIER_DISK_IMPORTED"))
                        .isEqualTo(1);
            }
            line.restore();
            copy.awaitWhole();
            assertThat(copy.count(journaled().mali(), "COURIER_DISK_EXPORTED")).isEqualTo(1);
        } finally {
            line.restore();
        }
    }

    /** More chunks have been taken than may wait for a sync: so some are claimed. The log has a number for each. */
    private static boolean hasTakenMuch(Copy copy) {
        Path received = VersionFolders.folder(store(Place.OUAGADOUGOU).resolve("staging"), copy.version)
                .resolve("received");
        return received.toFile().length() > MOST_UNSYNCED_CHUNKS * Integer.BYTES;
    }

    private static Path store(Place place) {
        return directory.of(place.state()).resolve("store");
    }

    /** One disk with all of a copy. */
    private static final class Disk {
        private static final String NAME = "killed";

        private final Copy copy;

        Disk(Copy copy) {
            this.copy = copy;
        }

        void write() throws IOException {
            Path written = directory.courier(Place.BAMAKO.state()).resolve(NAME);
            Files.createDirectories(written);
            scene.people().ask(Person.OPERATOR, Place.BAMAKO, node -> {
                node.stream(CourierServiceGrpc::newBlockingStub)
                        .exportDisk(ExportDiskRequest.newBuilder()
                                .setGrant(copy.grant)
                                .setDirectory(NAME)
                                .addCapacities(1L << 30)
                                .build())
                        .forEachRemaining(progress -> {});
                return NAME;
            });
            Files.move(written, directory.courier(Place.OUAGADOUGOU.state()).resolve(NAME));
        }

        /** Comes to an end, one way or the other, when the node does. */
        Future<ImportedDisk> beginToRead() {
            CompletableFuture<ImportedDisk> reading = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    reading.complete(read());
                } catch (StatusRuntimeException killed) {
                    reading.complete(ImportedDisk.getDefaultInstance());
                }
            });
            return reading;
        }

        ImportedDisk read() {
            return scene.people().ask(Person.OPERATOR, Place.OUAGADOUGOU, node -> {
                AtomicReference<ImportedDisk> imported = new AtomicReference<>(ImportedDisk.getDefaultInstance());
                node.stream(CourierServiceGrpc::newBlockingStub)
                        .importDisk(ImportDiskRequest.newBuilder()
                                .setDirectory(NAME)
                                .build())
                        .forEachRemaining(progress -> imported.set(progress.getImported()));
                return imported.get();
            });
        }
    }

    /** Opens the receiver's store beside it. */
    @FunctionalInterface
    private interface Opening {
        ReplicaStore open() throws IOException;
    }

    /** A new version of the dataset on its way to Ouagadougou. */
    private static final class Copy {
        final Link line = federation.link(Place.OUAGADOUGOU, Place.BAMAKO);
        final DatasetVersion version;
        long durableInTheMiddle;
        private final Transfers transfers = new Transfers(scene);
        private final String grant;
        private final Opening store;
        private Journaled middle = new Journaled(List.of(), List.of());

        Copy(String name) {
            this(
                    name,
                    () -> new DirectoryReplicaStore(
                            directory.of(Place.OUAGADOUGOU.state()).resolve("store"), Runnable::run));
        }

        /** @param store looks at what the receiver's node has */
        Copy(String name, Opening store) {
            this.store = store;
            version = publish(name);
            line.slowTo(SLOW);
            grant = new Asking(scene)
                    .requestAccepted(
                            "killed-" + name,
                            Asking.replicate(
                                    DATASET.value(), Place.OUAGADOUGOU.site().value()))
                    .getGrant()
                    .getSerial();
        }

        /** Waits until more than half is durable, and not yet all. */
        void awaitMiddle() {
            transfers.await(grant, Place.OUAGADOUGOU, Copy::isBeyondHalf);
            middle = journaled();
            Transfer seen = transfers.await(grant, Place.OUAGADOUGOU, Copy::isBeyondHalf);
            durableInTheMiddle = seen.getChunksDurable();
            assertThat(seen.getStatus()).isEqualTo(TransferStatus.TRANSFER_STATUS_RUNNING);
            assertThat(durableInTheMiddle).isLessThan(seen.getChunks());
        }

        /** What is said by now must still be said at the end. */
        void noteJournals() {
            middle = journaled();
        }

        /** Waits until the wire, after the disk that was the first attempt, has looked at what is here and has failed to fetch the rest. */
        Transfer awaitLook() {
            return transfers.await(
                    grant,
                    Place.OUAGADOUGOU,
                    transfer -> transfer.getAttempts() > 1
                            && transfer.getStatus() == TransferStatus.TRANSFER_STATUS_WAITING);
        }

        int chunks() throws IOException {
            return given().manifest().header().chunks();
        }

        /** Waits until the copy is sealed, and holds it and both journals against what they must be. */
        Transfer awaitWhole() throws IOException {
            Transfer sealed = transfers.awaitSealed(grant, Place.OUAGADOUGOU);
            assertThat(sealed.getBytesTwice()).isLessThanOrEqualTo(MOST_TWICE);
            isTheSameBytes();
            Await.until(
                    CONFIRMATION,
                    () -> Optional.of(journaled()).filter(seen -> count(seen.mali(), "REPLICA_GIVEN") == 1));
            Journaled after = journaled();
            assertThat(count(after.mali(), "REPLICA_GIVEN")).isEqualTo(1);
            assertThat(count(after.burkina(), "REPLICA_SEALED")).isEqualTo(1);
            assertThat(count(after.burkina(), "TRANSFER_STARTED")).isEqualTo(1);
            assertThat(after.mali()).startsWith(middle.mali().toArray(String[]::new));
            assertThat(after.burkina()).startsWith(middle.burkina().toArray(String[]::new));
            return sealed;
        }

        private long count(List<String> journal, String type) {
            return journal.stream()
                    .filter(entry -> entry.contains("\"" + type + "\"")
                            && entry.contains(grant)
                            && entry.contains(version.root().value()))
                    .count();
        }

        private void isTheSameBytes() throws IOException {
            HeldVersion given = given();
            HeldVersion received = Await.until(CONFIRMATION, this::sealed).orElseThrow();
            for (int chunk = 0; chunk < given.manifest().header().chunks(); chunk++) {
                assertThat(received.chunk(chunk)).as("chunk %d", chunk).isEqualTo(given.chunk(chunk));
            }
        }

        private HeldVersion given() throws IOException {
            Path mali = directory.of(Place.BAMAKO.state());
            return new PublishedVersions(
                            mali.resolve("store").resolve("published"), new DatasetKeys(mali.resolve("keys")))
                    .find(version)
                    .orElseThrow();
        }

        private Optional<HeldVersion> sealed() {
            try {
                return store.open().sealed(version);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean isBeyondHalf(Transfer transfer) {
            return transfer.getChunks() > 0 && transfer.getChunksDurable() * 2 > transfer.getChunks();
        }
    }

    private static DatasetVersion publish(String name) {
        DatasetFiles.write(directory.publish(Place.BAMAKO.state()).resolve(name), name, BYTES);
        PublishVersionResponse published = scene.people()
                .ask(
                        Person.OPERATOR,
                        Place.BAMAKO,
                        node -> node.service(ReplicaServiceGrpc::newBlockingStub)
                                .publishVersion(PublishVersionRequest.newBuilder()
                                        .setDataset(DATASET.value())
                                        .setDirectory(name)
                                        .build()));
        return new DatasetVersion(DATASET, new VersionRoot(published.getEncryptedRoot()));
    }

    private static Journaled journaled() {
        return new Journaled(payloads(Place.BAMAKO), payloads(Place.OUAGADOUGOU));
    }

    private static List<String> payloads(Place place) {
        return scene.people().ask(Person.REGULATOR, place, node -> {
            List<String> payloads = new ArrayList<>();
            node.service(JournalServiceGrpc::newBlockingStub)
                    .readEntries(ReadEntriesRequest.getDefaultInstance())
                    .forEachRemaining(read -> {
                        if (read.hasEntry()) {
                            payloads.add(read.getEntry().getPayload().toStringUtf8());
                        }
                    });
            return payloads;
        });
    }

    /** SIGKILL of the postmaster: its backends notice and go, nothing is written any more. */
    private static long killPostgresql(Place place) throws IOException {
        long pid = postmaster(place);
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        return pid;
    }

    private static long postmaster(Place place) throws IOException {
        Path file = directory.of(place.state()).resolve("data/postgres/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    private static String readiness(Place place) {
        return page(place, "health/readiness");
    }

    /** How many bytes of chunks Bamako's node has sent since it started. */
    private static double sent() {
        return page(Place.BAMAKO, "prometheus")
                .lines()
                .filter(line -> line.startsWith("liptako_exchange_sent_bytes_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String page(Place place, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(federation.console(place) + path))
                                    .build(),
                            BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
