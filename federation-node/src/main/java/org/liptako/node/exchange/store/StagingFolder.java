package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.FileMode;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.SignedManifest;

/** Lays out the folder in which a replica is received: every file at its full size from the start, so that a chunk only fills its place. */
final class StagingFolder {
    private StagingFolder() {}

    static StagedReplica open(Path folder, SignedManifest signed, Executor syncer) throws IOException {
        Manifest manifest = signed.manifest();
        if (!ManifestFolder.exists(folder)) {
            ManifestFolder.write(folder, signed);
        }
        BitSet lost = layOut(folder.resolve("data"), manifest);
        ChunkBitmap bitmap = ChunkBitmap.open(folder.resolve("bitmap"), manifest.header());
        bitmap.disclaim(lost);
        ReceivedLog received = ReceivedLog.open(folder.resolve("received"), manifest.layout());
        Durable.force(folder);
        return new StagedReplica(manifest, folder.resolve("data"), bitmap, received, syncer);
    }

    /** Gives the files of a whole replica the modes of the manifest. */
    static void applyModes(Path folder, FileList list) throws IOException {
        for (ManifestFile file : list.files()) {
            Path path = file.path().below(folder.resolve("data"));
            Files.setPosixFilePermissions(path, FileMode.permissions(file.mode()));
        }
    }

    /** Makes what is missing; the chunks of a file that had to be made are returned as lost. */
    private static BitSet layOut(Path data, Manifest manifest) throws IOException {
        Durable.directory(data);
        BitSet lost = new BitSet();
        Set<Path> changed = new HashSet<>();
        for (int i = 0; i < manifest.list().files().size(); i++) {
            ManifestFile file = manifest.list().files().get(i);
            Path path = file.path().below(data);
            if (!isLaidOut(path, file.size())) {
                changed.add(make(path, file.size()));
                int first = manifest.layout().firstChunk(i);
                lost.set(first, first + (int) file.chunks(manifest.header().chunkBytes()));
            }
        }
        for (Path directory : changed) {
            Durable.force(directory);
        }
        return lost;
    }

    private static boolean isLaidOut(Path path, long size) throws IOException {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) == size;
    }

    /** Makes a sparse file of this size and returns its directory. */
    private static Path make(Path path, long size) throws IOException {
        Path directory = Durable.parent(path);
        Durable.directory(directory);
        Files.deleteIfExists(path);
        try (FileChannel channel = FileChannel.open(
                path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Durable.OWNER_FILE)) {
            if (size > 0) {
                channel.write(ByteBuffer.allocate(1), size - 1);
            }
        }
        return directory;
    }
}
