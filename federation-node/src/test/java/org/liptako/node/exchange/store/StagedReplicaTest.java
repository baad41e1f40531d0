package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;

/** What may be unsynced, and when a chunk is claimed, with syncs that happen when the test says. */
class StagedReplicaTest {
    private static final int CHUNKS = 60;
    private static final int MOST_UNSYNCED = 32;

    private final Queue<Runnable> syncs = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path directory;

    private SignedManifest signed;
    private ChunkReader source;
    private StagedReplica staged;

    @BeforeEach
    void stage() throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), CHUNKS);
        signed = Publications.plain(origin, directory.resolve("keys"));
        source = new ChunkReader(origin, signed.manifest().layout());
        staged = new DirectoryReplicaStore(directory.resolve("store"), syncs::add).stage(signed);
    }

    @Test
    void claimsAChunkOnceItsSyncHasEndedAndNotBefore() throws IOException {
        write(0, 8);
        assertThat(syncs).hasSize(1);
        write(8, 12);
        assertThat(staged.durable()).isZero();

        syncs.remove().run();

        assertThat(staged.durable()).isEqualTo(8);
        assertThat(staged.missing().get(8)).isTrue();
    }

    @Test
    void theNextSyncBeginsAsSoonAsTheOneBeforeHasEnded() throws IOException {
        write(0, 17);
        assertThat(syncs).hasSize(1);
        syncs.remove().run();

        assertThat(syncs).hasSize(1);
        syncs.remove().run();
        assertThat(staged.durable()).isEqualTo(17);
    }

    @Test
    void aWriterWaitsRatherThanLeaveMoreThan32MebibytesUnsynced() throws Exception {
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            try {
                write(0, CHUNKS);
                return CHUNKS;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> staged.received().bytes() >= 24L << 20);
        assertThatThrownBy(() -> writer.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(staged.durable()).isZero();
        assertThat(staged.received().bytes()).isLessThanOrEqualTo((MOST_UNSYNCED + 1L) << 20);
        while (!writer.isDone()) {
            Runnable sync = syncs.poll();
            if (sync != null) {
                sync.run();
            }
        }
        assertThat(writer.get()).isEqualTo(CHUNKS);
    }

    @Test
    void aSyncThatCannotBeginIsToldToWhoWritesAndClaimsNothing() throws IOException {
        staged = new DirectoryReplicaStore(directory.resolve("closed"), sync -> {
                    throw new RejectedExecutionException("closed");
                })
                .stage(signed);
        write(0, 8);

        assertThatThrownBy(() -> write(8, 9)).isInstanceOf(IOException.class).hasMessageContaining("could not begin");
        assertThatThrownBy(staged::sync).isInstanceOf(IOException.class);
        assertThat(staged.durable()).isZero();
        assertThatThrownBy(staged::close).isInstanceOf(IOException.class);
    }

    /** A link to itself stands for all that keeps a directory from being looked at. */
    @Test
    void filesThatCannotBeLookedAtAreNotTakenForLostAndMadeAnew() throws IOException {
        write(0, 8);
        syncs.remove().run();
        staged.close();
        DatasetVersion version = signed.manifest().header().version();
        Path data = VersionFolders.folder(directory.resolve("store/staging"), version)
                .resolve("data");
        Path aside = Files.move(data, directory.resolve("aside"));
        Files.createSymbolicLink(data, data);
        DirectoryReplicaStore again = new DirectoryReplicaStore(directory.resolve("store"), syncs::add);
        assertThatThrownBy(() -> again.stage(signed)).isInstanceOf(IOException.class);
        Files.delete(data);
        Files.move(aside, data);

        try (StagedReplica back = again.stage(signed)) {
            assertThat(back.durable()).isEqualTo(8);
        }
    }

    private void write(int first, int end) throws IOException {
        for (int chunk = first; chunk < end; chunk++) {
            assertThat(staged.write(chunk, source.read(chunk))).isTrue();
        }
    }
}
