package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.exchange.store.recorded.RecordedDisk;
import org.liptako.node.exchange.store.recorded.Unsynced;

/** In which order the disk is asked for writes, syncs and names, by a disk that records it: what {@code BrokenDiskIT} shows with a real one and root. */
class OrderOfCallsTest {
    private static final int WRITERS = 3;

    private final RecordedDisk disk = new RecordedDisk();

    @TempDir
    private Path directory;

    private Path folders;
    private SignedManifest signed;
    private ChunkReader source;

    @BeforeEach
    void publish() throws IOException {
        Path origin = SampleTree.small(directory.resolve("origin"));
        SampleTree.large(origin.resolve("large"), 20);
        Files.write(origin.resolve("zeros"), new byte[3 << 20]);
        Files.createDirectories(origin.resolve("empty/and below"));
        Files.createSymbolicLink(origin.resolve("link"), Path.of("zeros"));
        signed = Publications.plain(origin, directory.resolve("keys"));
        source = new ChunkReader(origin, signed.manifest().layout());
        folders = directory.resolve("store");
    }

    @Test
    void bytesAndNamesAreSyncedBeforeAChunkIsClaimed() throws Exception {
        try (ExecutorService syncs = Executors.newSingleThreadExecutor()) {
            receive(store(syncs));
        }

        BeliedClaims claims = claims();

        assertThat(claims.belied()).isEmpty();
        assertThat(claims.claimed()).isEqualTo(chunks());
    }

    @Test
    void whatArrivedBeforeAKillIsWrittenAndSyncedAgainBeforeItIsClaimed() throws IOException {
        try (StagedReplica staged = store(sync -> {}).stage(signed)) {
            for (int chunk = 0; chunk < 5; chunk++) {
                staged.write(chunk, source.read(chunk));
            }
        }
        ReplicaStore store = store(Runnable::run);
        try (StagedReplica staged = store.stage(signed)) {
            new LocalChunks(store, staged, () -> {}).take();
        }

        BeliedClaims claims = claims();

        assertThat(claims.belied()).isEmpty();
        assertThat(claims.claimed()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void nothingOfAReplicaCanBeLostOnceItIsInQuarantineOrSealed() throws Exception {
        try (ExecutorService syncs = Executors.newSingleThreadExecutor()) {
            ReplicaStore store = store(syncs);
            receive(store);
            store.quarantine(version());
            assertThat(unsynced("quarantine")).isEmpty();

            store.seal(version());

            assertThat(unsynced("sealed")).isEmpty();
        }
    }

    /** The proof is worth something only if it can fail. */
    @Test
    void aClaimThatComesBeforeItsSyncIsNoticed() throws IOException {
        ReplicaStore store = store(sync -> {});
        try (StagedReplica staged = store.stage(signed)) {
            int chunk = staged.missing().nextSetBit(0);
            staged.write(chunk, source.read(chunk));
            Path bitmap = VersionFolders.folder(disk.of(folders).resolve("staging"), version())
                    .resolve("bitmap");
            BitSet early = new BitSet();
            early.set(chunk);
            try (ChunkBitmap claiming =
                    ChunkBitmap.open(bitmap, signed.manifest().header())) {
                claiming.claim(early);
            }
        }

        assertThat(claims().belied()).singleElement().asString().contains("claimed before a sync of bytes");
    }

    private ReplicaStore store(Executor syncs) throws IOException {
        return new DirectoryReplicaStore(disk.of(folders), syncs);
    }

    /** In any order, from several threads, as over the wire. */
    private void receive(ReplicaStore store) throws Exception {
        try (StagedReplica staged = store.stage(signed);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, chunks()).boxed().toList());
            Collections.shuffle(order, new Random(6));
            List<Callable<Boolean>> writes = order.stream()
                    .map(chunk -> (Callable<Boolean>) () -> staged.write(chunk, source.read(chunk)))
                    .toList();
            for (Future<Boolean> write : writers.invokeAll(writes)) {
                assertThat(write.get()).isTrue();
            }
            staged.sync();
        }
    }

    private BeliedClaims claims() {
        return BeliedClaims.in(disk.calls(), signed.manifest(), folders);
    }

    private List<String> unsynced(String step) {
        Unsynced unsynced = new Unsynced();
        disk.calls().forEach(unsynced::apply);
        return unsynced.of(VersionFolders.folder(folders.resolve(step), version()));
    }

    private int chunks() {
        return signed.manifest().header().chunks();
    }

    private DatasetVersion version() {
        return signed.manifest().header().version();
    }
}
