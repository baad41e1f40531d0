package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.SiteId;

/** What every store of replicas does. */
public abstract class ReplicaStoreContract {
    @TempDir
    private Path directory;

    private SignedManifest signed;
    private ChunkReader source;
    private ReplicaStore store;

    /** A store that keeps its replicas below a directory, as a node opens it when it starts. */
    protected abstract ReplicaStore open(Path directory) throws IOException;

    /** Checks that nothing is left of any replica, wherever the store keeps them. */
    protected abstract void nothingIsLeft(Path directory) throws IOException;

    /** Changes a byte of a chunk of a whole replica, as a disk may. */
    protected abstract void damage(Path directory, DatasetVersion version, ChunkPlace place) throws IOException;

    /** Damages a part of a replica's manifest, wherever the store keeps it. */
    protected abstract void rot(Path directory, DatasetVersion version, String part, Rot rot) throws IOException;

    /** What becomes of a file on a bad disk. */
    protected enum Rot {
        FLIPPED,
        CUT,
        EMPTY,
        GONE;

        /** Damages a file that may be mapped: as a disk does, under its readers. */
        public void damage(Path file) throws IOException {
            switch (this) {
                case FLIPPED -> {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
                case CUT -> cut(file, Files.size(file) / 2);
                case EMPTY -> cut(file, 0);
                case GONE -> Files.delete(file);
            }
        }

        private static void cut(Path file, long length) throws IOException {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(length);
            }
        }
    }

    /** Changes the first byte at a place in a file. */
    protected static void damage(Path data, ChunkPlace place) throws IOException {
        Path file = place.file().path().below(data);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(place.offset());
            int was = bytes.read();
            bytes.seek(place.offset());
            bytes.write(was ^ 1);
        }
    }

    /** Where the sealed versions of a dataset lie in the store. */
    protected abstract String sealed(DatasetId dataset);

    /** Puts a file where the store keeps replicas, under a name from its root on; as nobody but a stranger does. */
    protected abstract void plant(Path directory, String name) throws IOException;

    @BeforeEach
    void publish() throws IOException {
        Path origin = SampleTree.small(directory.resolve("origin"));
        signed = Publications.plain(origin, directory.resolve("keys"));
        source = new ChunkReader(origin, signed.manifest().layout());
        store = open(directory.resolve("store"));
    }

    @Test
    void givesASealedReplicaByteForByte() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        assertThat(store.sealed(version())).isEmpty();
        assertThat(store.quarantined(version())).isTrue();
        store.seal(version());

        HeldVersion held = store.sealed(version()).orElseThrow();
        ByteBuffer memory = ByteBuffer.allocateDirect(manifest().header().chunkBytes());
        for (int chunk = 0; chunk < chunks(); chunk++) {
            assertThat(held.chunk(chunk)).isEqualTo(source.read(chunk));
            // As it is served: into memory outside of Java's heap.
            assertThat(held.proved(chunk, memory)).hasValue(source.read(chunk));
        }
        assertThat(store.sealed(Publications.DATASET)).containsExactly(version());
        assertThat(store.partial(Publications.DATASET)).isEmpty();
        assertThat(open(directory.resolve("store")).sealed(version())).isPresent();
    }

    @Test
    void goesOnWhereASyncedAttemptEnded() throws IOException {
        receive(0, 3);
        store = open(directory.resolve("store"));
        assertThat(store.partial(version())).isPresent();
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.durable()).isEqualTo(3);
            assertThat(staged.missing().nextSetBit(0)).isEqualTo(3);
        }
    }

    @Test
    void claimsNothingThatWasNotSyncedAndCountsWhatThereforeComesTwice() throws IOException {
        try (StagedReplica staged = store.stage(signed)) {
            staged.write(0, source.read(0));
            assertThat(staged.durable()).isZero();
        }
        store = open(directory.resolve("store"));
        receive(0, 1);
        try (StagedReplica staged = store.stage(signed)) {
            int length = manifest().layout().place(0).length();
            assertThat(staged.received()).isEqualTo(new ReceivedBytes(2L * length, length));
        }
    }

    @Test
    void claimsManySmallFilesAndGivesThemTheirModes() throws IOException {
        Path many = Files.createDirectories(directory.resolve("many"));
        for (int i = 0; i < 50; i++) {
            Files.setPosixFilePermissions(
                    Files.writeString(many.resolve("f" + i), "content " + i),
                    PosixFilePermissions.fromString(i % 2 == 0 ? "r--r-----" : "rw-------"));
        }
        SignedManifest small = Publications.plain(many, directory.resolve("keys"));
        ChunkReader reader = new ChunkReader(many, small.manifest().layout());
        try (StagedReplica staged = store.stage(small)) {
            for (int chunk = 0; chunk < 50; chunk++) {
                staged.write(chunk, reader.read(chunk));
            }
            staged.sync();
            assertThat(staged.durable()).isEqualTo(50);
        }
        DatasetVersion version = small.manifest().header().version();
        store.quarantine(version);
        store.seal(version);
        for (int chunk = 0; chunk < 50; chunk++) {
            assertThat(store.sealed(version).orElseThrow().chunk(chunk)).isEqualTo(reader.read(chunk));
        }
    }

    @Test
    void takesChunksFromAnotherVersionAndProvesThem() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        Path next = directory.resolve("origin");
        Files.move(next.resolve("par taille/0/données-3145728.bin"), next.resolve("renamed"));
        Files.writeString(next.resolve("par taille/1/données-4096.bin"), "changed");
        SignedManifest second = Publications.plain(next, directory.resolve("keys"));
        assertThat(store.others(second.manifest().header().version(), 8)).containsExactly(version());

        try (StagedReplica staged = store.stage(second)) {
            new LocalChunks(store, staged, () -> {}).take();
            assertThat(staged.missing().cardinality()).isEqualTo(1);
            assertThat(staged.received().bytes()).isZero();
            int missing = staged.missing().nextSetBit(0);
            assertThat(second.manifest().layout().place(missing).file().size()).isEqualTo("changed".length());
        }
    }

    @Test
    void fillsManyPlacesWithOneChunk() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        Path next = SampleTree.small(directory.resolve("next"));
        for (int i = 0; i < 70; i++) {
            Files.copy(next.resolve("par taille/1/données-4096.bin"), next.resolve("copy-" + i));
        }
        SignedManifest second = Publications.plain(next, directory.resolve("keys"));
        try (StagedReplica staged = store.stage(second)) {
            // All copies are the same chunk, read once.
            new LocalChunks(store, staged, () -> {}).take();
            assertThat(staged.missing().isEmpty()).isTrue();
        }
    }

    @Test
    void refusesAChunkThatIsNotTheOneNamed() throws IOException {
        try (StagedReplica staged = store.stage(signed)) {
            ByteBuffer tampered = source.read(2);
            tampered.put(0, (byte) (tampered.get(0) ^ 1));
            assertThat(staged.write(2, tampered)).isFalse();
            assertThat(staged.write(2, source.read(1))).isFalse();
            assertThat(staged.write(2, ByteBuffer.allocate(0))).isFalse();
            staged.sync();
            assertThat(staged.durable()).isZero();
            assertThat(staged.write(2, source.read(2))).isTrue();
        }
    }

    @Test
    void discardsAPartialReplica() throws IOException {
        receive(0, 2);
        assertThat(store.partial(Publications.DATASET)).containsExactly(version());
        store.discard(version());
        store.discard(version());
        assertThat(store.partial(Publications.DATASET)).isEmpty();
        assertThat(store.partial(version())).isEmpty();
        nothingIsLeft(directory.resolve("store"));
    }

    @Test
    void takesChunksInAnyOrder() throws IOException {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, chunks()).boxed().toList());
        Collections.shuffle(order, new Random(6));
        try (StagedReplica staged = store.stage(signed)) {
            for (int chunk : order) {
                assertThat(staged.write(chunk, source.read(chunk))).isTrue();
            }
            staged.sync();
            assertThat(staged.missing().isEmpty()).isTrue();
        }
        store.quarantine(version());
        assertThat(store.quarantined(version())).isTrue();
    }

    @Test
    void erasesASealedReplicaForGood() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        assertThat(store.sealed(version())).isPresent();

        store.erase(version());
        store.erase(version());
        assertThat(store.sealed(version())).isEmpty();
        assertThat(store.sealed(Publications.DATASET)).isEmpty();
        nothingIsLeft(directory.resolve("store"));
    }

    @Test
    void asksOnlyForTheDamagedChunksOfASealedReplicaThatIsReopened() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        int chunk = ofTheLargestFile() + 1;
        damage(directory.resolve("store"), version(), manifest().layout().place(chunk));

        BitSet damaged = CopyReading.damaged(store.sealed(version()).orElseThrow(), done -> {});
        assertThat(damaged).isEqualTo(BitSet.valueOf(new long[] {1L << chunk}));
        store.reopen(version(), damaged, () -> {});
        store.reopen(version(), damaged, () -> {});

        assertThat(store.sealed(version())).isEmpty();
        fetchesNothingBut(damaged);
    }

    @ParameterizedTest
    @EnumSource(Rot.class)
    void aDamagedManifestIsToldFromDamagedBytesAndRenewed(Rot rot) throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        assertThat(store.sealedAnew(version())).isPresent();
        for (String part : List.of("header.json", "files", "digests")) {
            rot(directory.resolve("store"), version(), part, rot);

            assertThatThrownBy(() -> store.sealedAnew(version())).isInstanceOf(DamagedManifestException.class);
            assertThatThrownBy(() -> open(directory.resolve("store")).sealed(version()))
                    .isInstanceOf(DamagedManifestException.class);
            assertThatThrownBy(() -> store.present(version())).isInstanceOf(DamagedManifestException.class);
            assertThat(store.sealed(Publications.DATASET)).containsExactly(version());
            assertThat(store.isHere(version())).isTrue();

            store.renew(signed);
            assertThat(CopyReading.damaged(store.sealedAnew(version()).orElseThrow(), done -> {}))
                    .isEqualTo(new BitSet());
            assertThat(open(directory.resolve("store")).sealed(version())).isPresent();
        }
    }

    @Test
    void aDamagedManifestOfAReplicaInQuarantineIsRenewedToo() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        rot(directory.resolve("store"), version(), "digests", Rot.FLIPPED);
        assertThatThrownBy(() -> store.partial(version())).isInstanceOf(DamagedManifestException.class);

        store.renew(signed);

        assertThat(store.partial(version())).isPresent();
        store.seal(version());
        assertThat(store.sealed(version())).isPresent();
    }

    @Test
    void thereIsNothingToRenewWhereNothingIs() throws IOException {
        store.renew(signed);
        assertThat(store.isHere(version())).isFalse();
        assertThat(store.sealedAnew(version())).isEmpty();
        nothingIsLeft(directory.resolve("store"));
    }

    @Test
    void reopensAReplicaInQuarantine() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        int chunk = ofTheLargestFile();
        damage(directory.resolve("store"), version(), manifest().layout().place(chunk));

        BitSet damaged = CopyReading.damaged(store.present(version()).orElseThrow(), done -> {});
        assertThat(damaged).isEqualTo(BitSet.valueOf(new long[] {1L << chunk}));
        store.reopen(version(), damaged, () -> {});

        assertThat(store.quarantined(version())).isFalse();
        fetchesNothingBut(damaged);
    }

    @Test
    void reopensAReplicaOfWhichNothingIsRight() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        BitSet all = new BitSet();
        all.set(0, chunks());
        store.reopen(version(), all, () -> {});
        fetchesNothingBut(all);
    }

    /** A store that takes long over it asks whether it may go on. */
    @Test
    void reopensAgainWhatWasBrokenOff() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        BitSet damaged = new BitSet();
        damaged.set(ofTheLargestFile() + 1);
        try {
            store.reopen(version(), damaged, () -> {
                throw new CancellationException();
            });
        } catch (CancellationException e) {
            // As it should where it asks.
        }

        store.reopen(version(), damaged, () -> {});

        fetchesNothingBut(damaged);
    }

    @Test
    void hasNothingToReopenWhereNothingIsWhole() throws IOException {
        store.reopen(version(), new BitSet(), () -> {});
        receive(0, 2);
        store.reopen(version(), new BitSet(), () -> {});
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.durable()).isEqualTo(2);
        }
    }

    @Test
    void tellsOfEveryVersionInWhateverStateAndOfNothingElse() throws IOException {
        assertThat(listed()).isEmpty();
        assertThat(store.step(version())).isEmpty();
        receive(0, 2);
        assertThat(listed()).containsExactly(version() + " STAGED");
        receive(0, chunks());
        store.quarantine(version());
        assertThat(listed()).containsExactly(version() + " QUARANTINED");
        store.seal(version());
        assertThat(listed()).containsExactly(version() + " SEALED");
        assertThat(store.step(version())).hasValue(StoreStep.SEALED);
        store.erase(version());
        assertThat(listed()).isEmpty();
        assertThat(store.step(version())).isEmpty();
    }

    @Test
    void tellsStrangersFromVersionsAndGoesOnPastThem() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        plant(directory.resolve("store"), "notes.txt");
        plantBeside(version(), "notes.txt");
        DatasetVersion half = new DatasetVersion(version().dataset(), new VersionRoot("ab".repeat(32)));
        plantBeside(half, half.root() + "/some.bin");

        assertThat(listed())
                .hasSize(4)
                .contains(version() + " SEALED", half + " REMNANT", "notes.txt")
                .anyMatch(name -> name.endsWith(version().dataset() + "/notes.txt"));
        assertThat(store.step(half)).hasValue(StoreStep.REMNANT);
        assertThat(store.sealed(version().dataset())).contains(version());
    }

    @Test
    void carriesItsIdentityWhereverItIsOpenedAndNotAsAStranger() throws IOException {
        assertThat(store.identity()).isEmpty();
        StoreIdentity identity = StoreIdentity.first(new SiteId("BF-OUA-1"));
        store.identify(identity);

        assertThat(open(directory.resolve("store")).identity()).hasValue(identity);
        assertThat(listed()).isEmpty();

        StoreIdentity another = StoreIdentity.first(new SiteId("BF-OUA-1"));
        store.identify(another);
        assertThat(store.identity()).hasValue(another);
    }

    /** Puts a file beside the sealed versions of the dataset. */
    private void plantBeside(DatasetVersion version, String name) throws IOException {
        plant(directory.resolve("store"), sealed(version.dataset()) + name);
    }

    private List<String> listed() throws IOException {
        List<String> told = new ArrayList<>();
        store.list(new StoreListing() {
            @Override
            public void version(DatasetVersion version, StoreStep step) {
                told.add(version + " " + step);
            }

            @Override
            public void stranger(String name) {
                told.add(name);
            }
        });
        return told;
    }

    /** Also by another process, which knows only what is kept. */
    private void fetchesNothingBut(BitSet damaged) throws IOException {
        store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.missing()).isEqualTo(damaged);
            for (int chunk = damaged.nextSetBit(0); chunk >= 0; chunk = damaged.nextSetBit(chunk + 1)) {
                assertThat(staged.write(chunk, source.read(chunk))).isTrue();
            }
            staged.sync();
        }
        store.quarantine(version());
        store.seal(version());
        assertThat(CopyReading.damaged(store.sealed(version()).orElseThrow(), done -> {}))
                .isEqualTo(new BitSet());
    }

    private int ofTheLargestFile() {
        return IntStream.range(0, chunks())
                .filter(chunk -> manifest().layout().place(chunk).file().size() == 3 << 20)
                .findFirst()
                .orElseThrow();
    }

    private void receive(int first, int end) throws IOException {
        try (StagedReplica staged = store.stage(signed)) {
            for (int chunk = first; chunk < end; chunk++) {
                assertThat(staged.write(chunk, source.read(chunk))).isTrue();
            }
            staged.sync();
        }
    }

    private Manifest manifest() {
        return signed.manifest();
    }

    private int chunks() {
        return manifest().header().chunks();
    }

    private DatasetVersion version() {
        return manifest().header().version();
    }
}
