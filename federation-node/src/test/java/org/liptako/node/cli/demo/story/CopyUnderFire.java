package org.liptako.node.cli.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.PublishVersionResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.DatasetFiles;
import org.liptako.node.cli.demo.stage.Link;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.exchange.store.DirectoryReplicaStore;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StagedClaims;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;

/** A new version of a dataset of Mali's on its way to Ouagadougou, and what must be true of it whatever is killed meanwhile. */
final class CopyUnderFire {
    private static final DatasetId DATASET = new DatasetId("ML-DS-014");
    private static final Duration CONFIRMATION = Duration.ofSeconds(30);
    private static final Duration TO_GO_ON = Duration.ofMinutes(4);

    private final TrialCapitals capitals;
    private final Opening opening;
    private final Link line;
    private final DatasetVersion version;
    private final Transfers transfers;
    private final String grant;
    private final double sentBefore;
    private List<String> mali;
    private List<String> burkina;

    /** Opens the receiver's store beside it. */
    @FunctionalInterface
    interface Opening {
        ReplicaStore open() throws IOException;
    }

    /** Publishes files of so many bytes, slows the line to a rate and asks for a copy. */
    CopyUnderFire(TrialCapitals capitals, String name, long bytes, long bytesASecond) {
        this(
                capitals,
                name,
                bytes,
                bytesASecond,
                () -> new DirectoryReplicaStore(capitals.home(Place.OUAGADOUGOU).resolve("store"), Runnable::run));
    }

    /** @param opening looks at what the receiver's node has */
    CopyUnderFire(TrialCapitals capitals, String name, long bytes, long bytesASecond, Opening opening) {
        this.opening = opening;
        this.capitals = capitals;
        this.line = capitals.federation().link(Place.OUAGADOUGOU, Place.BAMAKO);
        this.version = publish(capitals, name, bytes);
        this.transfers = new Transfers(capitals.scene());
        this.sentBefore = capitals.sent(Place.BAMAKO);
        line.slowTo(bytesASecond);
        String request = "killed-" + name;
        Asking asking = new Asking(capitals.scene());
        asking.request(
                request,
                Asking.replicate(DATASET.value(), Place.OUAGADOUGOU.site().value()));
        this.grant = asking.awaitAccepted(request).getGrant().getSerial();
        this.mali = capitals.journal(Place.BAMAKO);
        this.burkina = capitals.journal(Place.OUAGADOUGOU);
    }

    private static DatasetVersion publish(TrialCapitals capitals, String name, long bytes) {
        DatasetFiles.write(capitals.publish(Place.BAMAKO).resolve(name), name, bytes);
        PublishVersionResponse published = capitals.scene()
                .people()
                .ask(
                        Person.OPERATOR,
                        Place.BAMAKO,
                        // As long as it takes: gigabytes are hashed and encrypted.
                        node -> node.stream(ReplicaServiceGrpc::newBlockingStub)
                                .publishVersion(PublishVersionRequest.newBuilder()
                                        .setDataset(DATASET.value())
                                        .setDirectory(name)
                                        .build()));
        return new DatasetVersion(DATASET, new VersionRoot(published.getEncryptedRoot()));
    }

    Link line() {
        return line;
    }

    /** The transfer once more has come than these bytes and it goes on, or is sealed. */
    Transfer awaitMoreThan(long received) {
        Transfer seen = Await.until(TO_GO_ON, () -> transfer().filter(here -> hasGoneOn(here, received)))
                .or(this::transfer)
                .orElseThrow();
        assertThat(hasGoneOn(seen, received))
                .as("more than %d bytes: %s", received, seen)
                .isTrue();
        return seen;
    }

    private static boolean hasGoneOn(Transfer transfer, long received) {
        return switch (transfer.getStatus()) {
            case TRANSFER_STATUS_SEALED -> true;
            case TRANSFER_STATUS_RUNNING -> transfer.getBytesReceived() > received;
            case TRANSFER_STATUS_WAITING, TRANSFER_STATUS_STOPPED, TRANSFER_STATUS_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    }

    private Optional<Transfer> transfer() {
        return transfers.find(grant, Place.OUAGADOUGOU);
    }

    /** Waits until more than half is durable, and not yet all; the rest then takes longer than a busy machine does to kill something. */
    void awaitMiddle() {
        Transfer seen = transfers.await(
                grant,
                Place.OUAGADOUGOU,
                transfer -> transfer.getChunks() > 0 && transfer.getChunksDurable() * 2 > transfer.getChunks());
        line.slowTo(Killings.SLOWEST);
        assertThat(seen.getStatus()).isEqualTo(TransferStatus.TRANSFER_STATUS_RUNNING);
        assertThat(seen.getChunksDurable()).isLessThan(seen.getChunks());
    }

    /** What the source's node had sent, of whatever, when the copy was asked for. */
    double sentBefore() {
        return sentBefore;
    }

    String grant() {
        return grant;
    }

    int chunks() throws IOException {
        return given().manifest().header().chunks();
    }

    /** Waits until the wire, after a disk that was the first attempt, has looked at what is here and has failed to fetch the rest. */
    Transfer awaitLook() {
        return transfers.await(
                grant,
                Place.OUAGADOUGOU,
                transfer ->
                        transfer.getAttempts() > 1 && transfer.getStatus() == TransferStatus.TRANSFER_STATUS_WAITING);
    }

    /** Whether the receiver's disk claims anything yet: until then its bitmap is all zeros. */
    boolean hasClaims() {
        Path bitmap = VersionFolders.folder(store().resolve("staging"), version).resolve("bitmap");
        try {
            if (!Files.exists(bitmap)) {
                return false;
            }
            for (byte one : Files.readAllBytes(bitmap)) {
                if (one != 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many chunks lie on the receiver's disk as the manifest names them, claimed or not. */
    int inPlace() throws IOException {
        return StagedClaims.inPlace(store(), version);
    }

    /** Whether the receiver's disk has all of it, and nothing more is to be claimed. */
    boolean isWhole() {
        return !Files.exists(VersionFolders.folder(store().resolve("staging"), version));
    }

    /** How many chunks the receiver's disk claims, each of which is held against the manifest. */
    int claims() throws IOException {
        return StagedClaims.proved(store(), version);
    }

    /** Waits until the copy is sealed, and holds it and both journals against what they must be. */
    Transfer awaitWhole() throws IOException {
        Transfer sealed = transfers.awaitSealed(grant, Place.OUAGADOUGOU);
        isTheSameBytes();
        Await.until(
                CONFIRMATION,
                () -> Optional.of(capitals.journal(Place.BAMAKO)).filter(seen -> count(seen, "REPLICA_GIVEN") == 1));
        List<String> malisAfter = capitals.journal(Place.BAMAKO);
        List<String> burkinasAfter = capitals.journal(Place.OUAGADOUGOU);
        assertThat(count(malisAfter, "REPLICA_GIVEN")).isEqualTo(1);
        assertThat(count(burkinasAfter, "REPLICA_SEALED")).isEqualTo(1);
        assertThat(count(burkinasAfter, "TRANSFER_STARTED")).isEqualTo(1);
        assertThat(malisAfter).startsWith(mali.toArray(String[]::new));
        assertThat(burkinasAfter).startsWith(burkina.toArray(String[]::new));
        return sealed;
    }

    /** What the journals say now must be the beginning of what they say in the end. */
    void rememberJournals() {
        mali = capitals.journal(Place.BAMAKO);
        burkina = capitals.journal(Place.OUAGADOUGOU);
    }

    /** How many entries of a type a journal has about this copy. */
    long count(List<String> journal, String type) {
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
        Path home = capitals.home(Place.BAMAKO);
        return new PublishedVersions(home.resolve("store").resolve("published"), new DatasetKeys(home.resolve("keys")))
                .find(version)
                .orElseThrow();
    }

    private Optional<HeldVersion> sealed() {
        try {
            return opening.open().sealed(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path store() {
        return capitals.home(Place.OUAGADOUGOU).resolve("store");
    }
}
