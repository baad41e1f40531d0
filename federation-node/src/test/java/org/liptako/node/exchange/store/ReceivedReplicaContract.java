package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;

/** How every store receives a replica, goes on with it, seals it, gives it and erases it. */
public abstract class ReceivedReplicaContract extends StoreUnderContract {
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
}
