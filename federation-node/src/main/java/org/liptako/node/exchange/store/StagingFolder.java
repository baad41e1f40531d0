package org.liptako.node.exchange.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.liptako.node.exchange.manifest.FileMode;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.manifest.ZeroChunks;

/** Lays out the folder in which a replica is received: every file at its full size from the start, so that a chunk only fills its place. */
final class StagingFolder {
    private static final int OWNER_READS_AND_WRITES = 0600;

    private StagingFolder() {}

    static StagedDirectory open(Path folder, SignedManifest signed, Executor threads) throws IOException {
        Durable.directory(folder);
        Syncer syncer = new Syncer(folder, threads, DiskSync.of(folder));
        try {
            return open(folder, signed, syncer);
        } catch (IOException | RuntimeException e) {
            syncer.close();
            throw e;
        }
    }

    private static StagedDirectory open(Path folder, SignedManifest signed, Syncer syncer) throws IOException {
        Manifest manifest = signed.manifest();
        if (!ManifestFolder.exists(folder)) {
            ManifestFolder.begin(folder, signed);
        }
        Path data = folder.resolve("data");
        BitSet lacking = lacking(data, manifest);
        ChunkBitmap bitmap = ChunkBitmap.open(folder.resolve("bitmap"), manifest.header());
        // Before the files are made anew: what a kill leaves claimed must not be zeros.
        bitmap.disclaim(chunks(manifest, lacking));
        layOut(data, manifest, lacking, syncer);
        ReceivedLog received = ReceivedLog.open(folder.resolve("received"), manifest.layout());
        // All names in it by one sync, before anything is claimed.
        Durable.force(folder);
        claimHoles(data, manifest, lacking, bitmap);
        return new StagedDirectory(manifest, data, bitmap, received, syncer);
    }

    /** The files that are not there at their size, by position in the list: what was claimed of them is lost. */
    private static BitSet lacking(Path data, Manifest manifest) throws IOException {
        BitSet lacking = new BitSet();
        for (int i = 0; i < manifest.list().files().size(); i++) {
            ManifestFile file = manifest.list().files().get(i);
            lacking.set(i, !isLaidOut(file.path().below(data), file.size()));
        }
        return lacking;
    }

    private static void layOut(Path data, Manifest manifest, BitSet lacking, Syncer syncer) throws IOException {
        Durable.make(data);
        Set<Path> changed = new HashSet<>();
        for (int i = lacking.nextSetBit(0); i >= 0; i = lacking.nextSetBit(i + 1)) {
            ManifestFile file = manifest.list().files().get(i);
            changed.add(make(file.path().below(data), file));
        }
        syncer.force(changed);
    }

    /** Lets chunks be written anew whose files have the mode of a finished replica. */
    static void makeWritable(Path data, Manifest manifest, BitSet chunks) throws IOException {
        for (int chunk = chunks.nextSetBit(0); chunk >= 0; chunk = chunks.nextSetBit(chunk + 1)) {
            Path file = manifest.layout().place(chunk).file().path().below(data);
            if (Presence.isFile(file)) {
                Files.setPosixFilePermissions(file, FileMode.permissions(OWNER_READS_AND_WRITES));
            }
        }
    }

    private static BitSet chunks(Manifest manifest, BitSet files) {
        BitSet chunks = new BitSet();
        files.stream().forEach(file -> {
            int first = manifest.layout().firstChunk(file);
            chunks.set(first, first + chunks(manifest, file));
        });
        return chunks;
    }

    private static int chunks(Manifest manifest, int file) {
        return (int) manifest.list().files().get(file).chunks(manifest.header().chunkBytes());
    }

    /** A file just made is one hole: its chunks of zeros are there, and stay holes on this disk too. */
    private static void claimHoles(Path data, Manifest manifest, BitSet made, ChunkBitmap bitmap) throws IOException {
        ZeroChunks zeros = new ZeroChunks();
        BitSet holes = new BitSet();
        for (int file = made.nextSetBit(0); file >= 0; file = made.nextSetBit(file + 1)) {
            int first = manifest.layout().firstChunk(file);
            int end = first + chunks(manifest, file);
            for (int chunk = first; chunk < end; chunk++) {
                holes.set(chunk, zeros.contains(manifest, chunk));
            }
            if (holes.length() > first) {
                Durable.force(manifest.list().files().get(file).path().below(data));
            }
        }
        if (!holes.isEmpty()) {
            Durable.mustTakeChanges(Durable.parent(data));
            bitmap.claim(holes);
        }
    }

    private static boolean isLaidOut(Path path, long size) throws IOException {
        return Presence.isFile(path) && Files.size(path) == size;
    }

    /**
     * Makes a sparse file of the size in the manifest, and returns its directory. It has its mode from the start, and its owner may write it
     * besides: so its name and its mode come to the disk together. Nobody else comes through the folders above it.
     */
    private static Path make(Path path, ManifestFile file) throws IOException {
        Path directory = Durable.parent(path);
        Durable.directory(directory);
        Files.deleteIfExists(path);
        FileAttribute<?> mode =
                PosixFilePermissions.asFileAttribute(FileMode.permissions(file.mode() | OWNER_READS_AND_WRITES));
        Files.createFile(path, mode);
        // Its size alone: a byte at its end would have a block written that the chunk writes again.
        try (RandomAccessFile sized = new RandomAccessFile(path.toFile(), "rw")) {
            sized.setLength(file.size());
        }
        return directory;
    }
}
