package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;

/** What is read of a sealed copy whose second chunk, or whose disk, is not as it was: what is lost is told from what cannot be asked now. */
class ChunkLookTest {
    private static final int CHUNKS = 3;

    private final ByteBuffer memory = ByteBuffer.allocateDirect(1 << 20);

    @TempDir
    private Path directory;

    private Path folder;
    private Path file;
    private HeldVersion held;

    @BeforeEach
    void seal() throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), CHUNKS);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        ReplicaStore store = new DirectoryReplicaStore(directory.resolve("store"), Runnable::run);
        DatasetVersion version = signed.manifest().header().version();
        try (StagedReplica staged = store.stage(signed)) {
            for (int chunk = 0; chunk < CHUNKS; chunk++) {
                staged.write(chunk, source.read(chunk));
            }
            staged.sync();
        }
        store.quarantine(version);
        store.seal(version);
        folder = VersionFolders.folder(directory.resolve("store/sealed"), version);
        file = folder.resolve("data/large.bin");
        held = store.sealed(version).orElseThrow();
    }

    @Test
    void aSoundChunkIsGivenInDirectMemoryAndInJavas() throws IOException {
        assertThat(ChunkLook.at(held, 1, memory)).isInstanceOf(ChunkLook.Sound.class);
        assertThat(ChunkLook.anew(held, 1, memory)).isInstanceOf(ChunkLook.Sound.class);
        assertThat(ChunkLook.onDisk(held, 1, memory)).isInstanceOf(ChunkLook.Sound.class);
        assertThat(ChunkLook.onDisk(held, 1, ByteBuffer.allocate(1 << 20))).isInstanceOf(ChunkLook.Sound.class);
    }

    @Test
    void otherBytesAreLostAndTheOthersOfTheFileAreNot() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(1 << 20);
            int was = bytes.read();
            bytes.seek(1 << 20);
            bytes.write(was ^ 1);
        }
        assertThat(lost()).isEqualTo(BitSet.valueOf(new long[] {0b010}));
    }

    @Test
    void whatIsCutShortIsLost() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength((1 << 20) + 5);
        }
        assertThat(lost()).isEqualTo(BitSet.valueOf(new long[] {0b110}));
    }

    @Test
    void aFileThatIsGoneOrHasSomethingElseInItsPlaceIsLost() throws IOException {
        Path aside = Files.move(file, directory.resolve("aside"));
        assertAllLost();

        Files.createDirectory(file);
        assertAllLost();
        Files.delete(file);

        Files.createSymbolicLink(file, aside);
        assertAllLost();

        Durable.remove(folder.resolve("data"));
        Files.createFile(folder.resolve("data"));
        assertAllLost();
    }

    @Test
    void aCopyWhoseFolderIsGoneIsLost() throws IOException {
        Durable.remove(folder);
        assertAllLost();
    }

    /** As an unmounted disk leaves the place where it was mounted. */
    @Test
    void aStoreThatIsAwayHasLostNothingAndSaysSo() throws IOException {
        DatasetVersion version = held.manifest().header().version();
        Path store = directory.resolve("store");
        ReplicaStore opened = new DirectoryReplicaStore(store, Runnable::run);
        Path away = Files.move(store, directory.resolve("away"));
        assertThatIOException().isThrownBy(() -> opened.sealed(version)).withMessageContaining("mount its disk");
        assertThatIOException().isThrownBy(() -> opened.sealed(version.dataset()));
        assertThatIOException().isThrownBy(() -> opened.stage(held.signed()));
        assertCannotBeAsked();
        Files.createDirectory(store);
        assertCannotBeAsked();
        Files.delete(store);

        Files.move(away, store);

        assertThat(lost()).isEqualTo(new BitSet());
    }

    @Test
    void whatAnOperatorHasPublishedIsNotLostWhileItsDirectoryIsAway() throws IOException {
        Path origin = directory.resolve("origin");
        held = new StoredVersion(held.signed(), origin, DiskWitness.of(origin));
        Path aside = Files.move(origin, directory.resolve("aside"));
        assertCannotBeAsked();
        Files.createDirectory(origin);
        assertAllLost();

        Files.delete(origin);
        Files.move(aside, origin);
        assertThat(lost()).isEqualTo(new BitSet());
    }

    @Test
    void whatAnOperatorHasPublishedIsNotLostWhereAnotherDiskHasItsPlace() throws IOException {
        Path origin = directory.resolve("origin");
        Path otherDisk = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(otherDisk), "skipped: no other file system is mounted at /proc");
        held = new StoredVersion(held.signed(), origin, DiskWitness.of(origin));
        Files.move(origin, directory.resolve("aside"));

        Files.createSymbolicLink(origin, otherDisk);

        assertCannotBeAsked();
    }

    @Test
    void whatIsRightAtTheSecondLookIsSound() throws IOException {
        assertThat(ChunkLook.at(erring(ByteBuffer.allocate(1 << 20)), 1, memory))
                .isInstanceOf(ChunkLook.Sound.class);
        assertThat(ChunkLook.at(erring(new IOException("Input/output error")), 1, memory))
                .isInstanceOf(ChunkLook.Sound.class);
    }

    @Test
    void whatIsWrongTwiceIsLostAndSaysHow() throws IOException {
        IOException bad = new FileSystemException("large.bin", null, "Input/output error");
        assertThat(ChunkLook.at(erring(ByteBuffer.allocate(1 << 20), bad), 1, memory))
                .isEqualTo(new ChunkLook.Lost(bad));
        assertThatIOException()
                .isThrownBy(() -> ChunkLook.at(erring(bad, new IOException("Stale file handle")), 1, memory))
                .withMessage("Stale file handle");
    }

    private BitSet lost() throws IOException {
        BitSet lost = CopyReading.damaged(held, done -> {});
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            assertThat(ChunkLook.at(held, chunk, memory) instanceof ChunkLook.Lost)
                    .isEqualTo(lost.get(chunk));
        }
        return lost;
    }

    private void assertAllLost() throws IOException {
        assertThat(lost()).isEqualTo(BitSet.valueOf(new long[] {0b111}));
    }

    private void assertCannotBeAsked() {
        assertThatIOException().isThrownBy(() -> CopyReading.damaged(held, done -> {}));
        assertThatIOException().isThrownBy(() -> ChunkLook.at(held, 1, memory));
    }

    /** Gives what it is told to, in turn: bytes, or a fault; then what the disk has. */
    private HeldVersion erring(Object... answers) {
        Deque<Object> left = new ArrayDeque<>(List.of(answers));
        return new HeldVersion() {
            @Override
            public SignedManifest signed() {
                return held.signed();
            }

            @Override
            public ByteBuffer chunk(int chunk, ByteBuffer memory) throws IOException {
                Object answer = left.poll();
                if (answer instanceof IOException fault) {
                    throw fault;
                }
                return answer instanceof ByteBuffer bytes ? bytes : held.chunk(chunk, memory);
            }
        };
    }
}
