package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.journal.event.DatasetId;

/** A store of replicas, with a version that it may receive, and what may befall it there. */
public abstract class StoreUnderContract {
    @TempDir
    Path directory;

    SignedManifest signed;
    ChunkReader source;
    ReplicaStore store;

    /** A store that keeps its replicas below a directory, as a node opens it when it starts. */
    protected abstract ReplicaStore open(Path directory) throws IOException;

    /** Checks that nothing is left of any replica, wherever the store keeps them. */
    protected abstract void nothingIsLeft(Path directory) throws IOException;

    /** Changes a byte of a chunk of a whole replica, as a disk may. */
    protected abstract void damage(Path directory, DatasetVersion version, ChunkPlace place) throws IOException;

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

    void receive(int first, int end) throws IOException {
        try (StagedReplica staged = store.stage(signed)) {
            for (int chunk = first; chunk < end; chunk++) {
                assertThat(staged.write(chunk, source.read(chunk))).isTrue();
            }
            staged.sync();
        }
    }

    Manifest manifest() {
        return signed.manifest();
    }

    int chunks() {
        return manifest().header().chunks();
    }

    DatasetVersion version() {
        return manifest().header().version();
    }
}
