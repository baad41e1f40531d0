package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;

class DirectoryReplicaStoreTest extends ReplicaStoreContract {
    @Override
    protected ReplicaStore open(Path directory) throws IOException {
        return new DirectoryReplicaStore(directory, Runnable::run);
    }

    @Override
    protected void nothingIsLeft(Path directory) throws IOException {
        try (var left = Files.walk(directory)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Override
    protected String sealed(DatasetId dataset) {
        return "sealed/" + dataset + "/";
    }

    @Override
    protected void plant(Path directory, String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a stranger's");
    }

    @Test
    void aStoreWhoseDiskIsNotMountedIsNoEmptyOne(@TempDir Path directory) throws IOException {
        ReplicaStore store = open(directory.resolve("store"));
        Files.delete(directory.resolve("store/drafts"));
        DatasetVersion version = new DatasetVersion(Publications.DATASET, new VersionRoot("ab".repeat(32)));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.step(version));
    }

    @Override
    protected void damage(Path directory, DatasetVersion version, ChunkPlace place) throws IOException {
        for (String step : new String[] {"sealed", "quarantine"}) {
            Path folder = VersionFolders.folder(directory.resolve(step), version);
            if (Files.exists(folder)) {
                damage(folder.resolve("data"), place);
            }
        }
    }

    @Override
    protected void rot(Path directory, DatasetVersion version, String part, Rot rot) throws IOException {
        for (String step : new String[] {"sealed", "quarantine"}) {
            Path folder = VersionFolders.folder(directory.resolve(step), version);
            if (Files.exists(folder)) {
                rot.damage(folder.resolve(part));
            }
        }
    }

    @Test
    void provesWhatArrivedBeforeAKillInsteadOfAskingForItAgain(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 3);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        try (StagedReplica staged = open(directory.resolve("store")).stage(signed)) {
            staged.write(0, source.read(0));
            staged.write(1, source.read(1));
            ByteBuffer wrong = source.read(2);
            wrong.put(0, (byte) (wrong.get(0) ^ 1));
            staged.write(2, wrong);
        }
        ReplicaStore store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.durable()).isZero();
            new LocalChunks(store, staged, () -> {}).take();
            assertThat(staged.durable()).isEqualTo(2);
            assertThat(staged.missing().get(2)).isTrue();
        }
    }

    /** As when another copy of the dataset is sealed between the listing and the look at its age. */
    @Test
    void aVersionThatHasLeftSinceItWasListedHasNoAge(@TempDir Path directory) throws IOException {
        assertThat(DirectoryReplicaStore.lastModified(directory)).isPresent();
        assertThat(DirectoryReplicaStore.lastModified(directory.resolve("sealed-meanwhile")))
                .isEmpty();
    }

    @Test
    void aFileOrALinkUnderAVersionsNameIsNoCopy(@TempDir Path directory) throws IOException {
        ReplicaStore store = open(directory.resolve("store"));
        Path versions = Files.createDirectories(directory.resolve("store/sealed/" + Publications.DATASET));
        Path real = Files.createDirectory(versions.resolve("1".repeat(64)));
        Files.writeString(versions.resolve("2".repeat(64)), "a stranger's");
        Files.createSymbolicLink(versions.resolve("3".repeat(64)), real);
        assertThat(store.sealed(Publications.DATASET))
                .containsExactly(new DatasetVersion(Publications.DATASET, new VersionRoot("1".repeat(64))));
    }

    @Test
    void keepsFilesAsTheyWereWithTheirModes(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.small(directory.resolve("origin"));
        Path folder = receive(directory, origin);
        Map<String, String> received = SampleTree.contents(folder.resolve("data"));
        assertThat(received).isEqualTo(SampleTree.contents(origin)).hasSize(7);
    }

    @Test
    void fetchesAgainWhatVanishedFromTheDisk(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 3);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ReplicaStore store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            staged.write(1, new ChunkReader(origin, signed.manifest().layout()).read(1));
            staged.sync();
            assertThat(staged.durable()).isEqualTo(1);
        }
        DatasetVersion version = signed.manifest().header().version();
        Files.delete(VersionFolders.folder(directory.resolve("store/staging"), version)
                .resolve("data/large.bin"));
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.durable()).isZero();
        }
    }

    @Test
    void claimsTheHolesOfFilesItHasJustMadeAndNoOthers(@TempDir Path directory) throws IOException {
        Path origin = Files.createDirectories(directory.resolve("origin"));
        Files.write(origin.resolve("zeros"), new byte[3 << 20]);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ReplicaStore store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.durable()).isEqualTo(3);
        }
        DatasetVersion version = signed.manifest().header().version();
        Path folder = VersionFolders.folder(directory.resolve("store/staging"), version);
        Files.delete(folder.resolve("bitmap"));
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.durable()).isZero();
        }
    }

    @Test
    void disclaimsFilesThatAreGoneBeforeItMakesThemAnew(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 2);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ReplicaStore store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            staged.write(0, new ChunkReader(origin, signed.manifest().layout()).read(0));
            staged.sync();
        }
        DatasetVersion version = signed.manifest().header().version();
        Path folder = VersionFolders.folder(directory.resolve("store/staging"), version);
        Files.delete(folder.resolve("data/large.bin"));
        // Where the file should be made anew there is a directory that is in use: the opening ends there, as by a kill.
        Files.createDirectories(folder.resolve("data/large.bin/in the way"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.stage(signed));

        try (ChunkBitmap bitmap =
                ChunkBitmap.open(folder.resolve("bitmap"), signed.manifest().header())) {
            assertThat(bitmap.count()).isZero();
        }
    }

    @Test
    void finishesATreeAgainAfterAKill(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.small(directory.resolve("origin"));
        Files.createDirectories(origin.resolve("vide"));
        Files.createSymbolicLink(origin.resolve("lien"), Path.of("par taille/0"));
        Path folder = receive(directory, origin);
        FileList list = ManifestFolder.read(folder).manifest().list();

        TreeFinish.apply(folder.resolve("data"), list);

        assertThat(Files.readSymbolicLink(folder.resolve("data/lien"))).isEqualTo(Path.of("par taille/0"));
        assertThat(folder.resolve("data/vide")).isEmptyDirectory();
        assertThat(SampleTree.contents(folder.resolve("data"))).isEqualTo(SampleTree.contents(origin));
    }

    @Test
    void believesNothingOfAReplicaWhoseFolderIsGone(@TempDir Path directory) throws IOException {
        Path folder = receive(directory, SampleTree.small(directory.resolve("origin")));
        SignedManifest signed = ManifestFolder.read(folder);
        DatasetVersion version = signed.manifest().header().version();
        ReplicaStore store = open(directory.resolve("store"));
        assertThat(store.sealed(version)).isPresent();
        Durable.remove(folder);
        BitSet all = new BitSet();
        all.set(0, signed.manifest().header().chunks());

        store.reopen(version, all, () -> {});

        assertThat(store.sealed(version)).isEmpty();
    }

    @Test
    void takesChunksFromAVersionThatIsSealedMeanwhile(@TempDir Path directory) throws IOException {
        Path origin = Files.createDirectories(directory.resolve("origin"));
        for (int i = 0; i < 200; i++) {
            Files.writeString(origin.resolve("f" + i), "content " + i);
        }
        Path folder = receive(directory, origin);
        DatasetVersion first = ManifestFolder.read(folder).manifest().header().version();
        Path quarantine = VersionFolders.folder(directory.resolve("store/quarantine"), first);
        Files.move(folder, quarantine);
        Files.writeString(origin.resolve("f200"), "new");
        SignedManifest second = Publications.plain(origin, directory.resolve("keys"));
        ReplicaStore store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(second)) {
            new LocalChunks(store, staged, () -> seal(store, first)).take();

            assertThat(staged.missing().cardinality()).isEqualTo(1);
        }
        assertThat(store.sealed(first)).isPresent();
    }

    @Test
    void takesChunksFromAVersionThatGoesOnTwiceMeanwhile(@TempDir Path directory) throws IOException {
        Path origin = Files.createDirectories(directory.resolve("origin"));
        for (int i = 0; i < 200; i++) {
            Files.writeString(origin.resolve("f" + i), "content " + i);
        }
        Path folder = receive(directory, origin);
        DatasetVersion first = ManifestFolder.read(folder).manifest().header().version();
        ReplicaStore store = open(directory.resolve("store"));
        Files.move(folder, VersionFolders.folder(directory.resolve("store/staging"), first));
        Files.writeString(origin.resolve("f200"), "new");
        SignedManifest second = Publications.plain(origin, directory.resolve("keys"));
        try (StagedReplica staged = store.stage(second)) {
            new LocalChunks(store, staged, () -> goOn(store, first)).take();

            assertThat(staged.missing().cardinality()).isEqualTo(1);
        }
        assertThat(store.sealed(first)).isPresent();
    }

    @Test
    void aVersionIsThereAtEveryMomentOfItsWay(@TempDir Path directory) throws IOException {
        Path sealed = receive(directory, SampleTree.small(directory.resolve("origin")));
        DatasetVersion version = ManifestFolder.read(sealed).manifest().header().version();
        ReplicaStore store = open(directory.resolve("store"));
        Path staging = VersionFolders.folder(directory.resolve("store/staging"), version);
        for (int round = 0; round < 20; round++) {
            Files.move(sealed, staging);
            CompletableFuture<Void> going = CompletableFuture.runAsync(() -> {
                goOn(store, version);
                goOn(store, version);
            });
            do {
                assertThat(store.isHere(version)).isTrue();
                assertThat(store.present(version)).isPresent();
            } while (!going.isDone());
            going.join();
        }
    }

    /** By one step. */
    private static void goOn(ReplicaStore store, DatasetVersion version) {
        try {
            if (store.quarantined(version)) {
                store.seal(version);
            } else {
                store.quarantine(version);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void seal(ReplicaStore store, DatasetVersion version) {
        try {
            store.seal(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path receive(Path directory, Path origin) throws IOException {
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        DatasetVersion version = signed.manifest().header().version();
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        ReplicaStore store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            for (int chunk = signed.manifest().header().chunks() - 1; chunk >= 0; chunk--) {
                staged.write(chunk, source.read(chunk));
            }
            staged.sync();
        }
        store.quarantine(version);
        store.seal(version);
        return VersionFolders.folder(directory.resolve("store/sealed"), version);
    }
}
