package org.liptako.node.exchange.store.s3;

import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;

/**
 * How the chunks of a version fall into parts: all parts of a file have the same number of chunks but the last, as few as S3's rules allow.
 * It follows from the manifest alone, so that whoever goes on finds the same parts. Immutable.
 */
final class PartLayout {
    /** S3 wants 5 MiB at least of every part but the last. */
    private static final int LEAST_CHUNKS = 8;

    /** S3 admits so many parts in an object. */
    private static final int MOST_PARTS = 10_000;

    private final ChunkLayout layout;
    private final int chunkBytes;

    PartLayout(Manifest manifest) {
        this.layout = manifest.layout();
        this.chunkBytes = manifest.header().chunkBytes();
    }

    /** The part that a chunk belongs to. */
    Part part(int chunk) {
        ChunkPlace place = layout.place(chunk);
        int fileFirst = chunk - (int) (place.offset() / chunkBytes);
        return part(place.file(), fileFirst, (chunk - fileFirst) / partChunks(place.file()));
    }

    /** How many parts a file is sent in. */
    int parts(ManifestFile file) {
        return Math.ceilDiv(chunks(file), partChunks(file));
    }

    /** A part of a file that begins with this chunk; the first has the index 0. */
    Part part(ManifestFile file, int fileFirst, int index) {
        int size = partChunks(file);
        int fileEnd = fileFirst + chunks(file);
        int first = fileFirst + index * size;
        int end = Math.min(fileEnd, first + size);
        long offset = (long) index * size * chunkBytes;
        long length = Math.min(file.size(), offset + (long) size * chunkBytes) - offset;
        return new Part(file, chunks(file) <= size ? 0 : index + 1, first, end, fileFirst, fileEnd, length);
    }

    private int partChunks(ManifestFile file) {
        return Math.max(LEAST_CHUNKS, Math.ceilDiv(chunks(file), MOST_PARTS));
    }

    private int chunks(ManifestFile file) {
        return (int) file.chunks(chunkBytes);
    }
}
