package org.liptako.node.exchange.manifest;

import java.util.Arrays;
import java.util.List;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * The numbering of chunks: those of the first file from 0, then those of the next. A chunk never spans two files; only the last chunk
 * of a file is short.
 */
public final class ChunkLayout {
    /** Bytes of a full chunk before encryption. */
    public static final int PLAIN_BYTES = 1 << 20;

    /** What encryption adds to each chunk: the synthetic initialisation vector (RFC 5297). */
    public static final int CIPHER_OVERHEAD = 16;

    /** 16 TiB in one version: half a gibibyte of digests, which lie on disk, and 2 MiB for what a receiver has of them. */
    static final int MOST_CHUNKS = 1 << 24;

    private final List<ManifestFile> files;
    private final int chunkBytes;
    private final int[] firstChunks;
    private final int chunks;
    private final long bytes;

    public ChunkLayout(FileList list, int chunkBytes) {
        this(list.files(), chunkBytes);
    }

    /** Of files in the order of their paths. */
    public ChunkLayout(List<ManifestFile> files, int chunkBytes) {
        this.files = files;
        this.chunkBytes = chunkBytes;
        this.firstChunks = new int[files.size()];
        long next = 0;
        long all = 0;
        int file = 0;
        for (ManifestFile each : files) {
            firstChunks[file++] = (int) next;
            next = Math.addExact(next, each.chunks(chunkBytes));
            all = Math.addExact(all, each.size());
            if (next > MOST_CHUNKS) {
                throw Failure.of(
                        ErrorCode.MANIFEST_REFUSED,
                        "La version compte plus de " + MOST_CHUNKS + " blocs ; divisez le jeu de données.",
                        "The version has more than " + MOST_CHUNKS + " chunks; split the dataset.");
            }
        }
        this.chunks = (int) next;
        this.bytes = all;
    }

    /** Bytes of a full chunk as stored. */
    public static int chunkBytes(boolean encrypted) {
        return encrypted ? PLAIN_BYTES + CIPHER_OVERHEAD : PLAIN_BYTES;
    }

    /** How many chunks there are. */
    public int chunks() {
        return chunks;
    }

    /** How many bytes there are. */
    public long bytes() {
        return bytes;
    }

    /** Where a chunk lies; the number must be below {@link #chunks()}. */
    public ChunkPlace place(int chunk) {
        if (chunk < 0 || chunk >= chunks) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Le bloc " + chunk + " n'existe pas ; la version en compte " + chunks + ".",
                    "There is no chunk " + chunk + "; the version has " + chunks + ".");
        }
        int index = Arrays.binarySearch(firstChunks, chunk);
        // Empty files share the number of the next chunk: the owner is the last file that starts there.
        int owner = index < 0 ? -index - 2 : lastStartingAt(index);
        ManifestFile file = files.get(owner);
        long offset = (long) (chunk - firstChunks[owner]) * chunkBytes;
        return new ChunkPlace(file, offset, (int) Math.min(chunkBytes, file.size() - offset));
    }

    /** The number of a file's first chunk, by the file's position in the list. */
    public int firstChunk(int file) {
        return firstChunks[file];
    }

    private int lastStartingAt(int index) {
        int last = index;
        while (last + 1 < firstChunks.length && firstChunks[last + 1] == firstChunks[index]) {
            last++;
        }
        return last;
    }
}
