package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.LoopDisk;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;

/** What is claimed on a disk that fails for real, after another has been told of the failure. */
class DiskSyncIT {
    private static final int FILES = 300;
    private static final int FEW = 10;

    @TempDir
    private Path directory;

    @Test
    void aSyncOfTheDiskTellsOfAWriteThatFailedInAFileThatWasClosed() throws IOException, InterruptedException {
        try (LoopDisk disk = LoopDisk.losingContents(directory);
                DiskSync sync = DiskSync.of(disk.path()).orElseThrow()) {
            Files.write(disk.path().resolve("taken"), random(new Random(1), 1 << 20));
            sync.force();

            disk.fill();
            Files.write(disk.path().resolve("lost"), random(new Random(2), 1 << 20));
            disk.writeBack();

            assertThatExceptionOfType(IOException.class).isThrownBy(sync::force);
        }
    }

    @Test
    void claimsNoneOfManySmallFilesWhoseContentsWereLost() throws IOException, InterruptedException {
        try (LoopDisk disk = LoopDisk.losingContents(directory)) {
            claimsNothingMore(disk, FILES);
        }
    }

    @Test
    void claimsNoneOfManySmallFilesThatTheJournalLost() throws IOException, InterruptedException {
        try (LoopDisk disk = LoopDisk.losingChanges(directory)) {
            claimsNothingMore(disk, FILES);
        }
    }

    @Test
    void claimsNoneOfAFewFilesThatTheJournalLost() throws IOException, InterruptedException {
        try (LoopDisk disk = LoopDisk.losingChanges(directory)) {
            claimsNothingMore(disk, FEW);
        }
    }

    /** Half of the files come while the disk is well, half after it has failed. */
    private void claimsNothingMore(LoopDisk disk, int files) throws IOException, InterruptedException {
        SignedManifest signed = small(files);
        ChunkReader source =
                new ChunkReader(directory.resolve("origin"), signed.manifest().layout());
        ReplicaStore store = new DirectoryReplicaStore(disk.path().resolve("store"), Runnable::run);
        StagedReplica staged = store.stage(signed);
        write(staged, source, 0, files / 2);
        staged.sync();
        disk.fill();
        write(staged, source, files / 2, files);
        disk.writeBack();

        assertThatExceptionOfType(IOException.class).isThrownBy(staged::sync);
        assertThatExceptionOfType(IOException.class).isThrownBy(staged::sync);
        assertThat(staged.durable()).isEqualTo(files / 2);
        assertThatExceptionOfType(IOException.class).isThrownBy(staged::close);
    }

    private SignedManifest small(int files) throws IOException {
        Path origin = Files.createDirectories(directory.resolve("origin"));
        Random random = new Random(3);
        for (int i = 0; i < files; i++) {
            Files.write(origin.resolve("file-" + i), random(random, 4_096));
        }
        return Publications.plain(origin, directory.resolve("keys"));
    }

    private static void write(StagedReplica staged, ChunkReader source, int first, int end) throws IOException {
        for (int chunk = first; chunk < end; chunk++) {
            assertThat(staged.write(chunk, source.read(chunk))).isTrue();
        }
    }

    private static byte[] random(Random random, int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }
}
