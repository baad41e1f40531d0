package org.liptako.node.exchange.publication;

import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.FileStamp;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.SourceTree;

/** Deals out the files of a tree in stretches, in order, so that several readers share a large file and many small ones alike. Thread-safe. */
final class Stretches {
    /** Enough for the disk to read ahead, few enough for the readers to end together. */
    private static final int MOST_CHUNKS = 16;

    private final Iterator<ManifestFile> files;
    private final Iterator<FileStamp> stamps;
    private final BitSet wanted;
    private @Nullable Source current;
    private int file = -1;
    private int firstOfFile;
    private int chunksOfFile;
    private int next;
    private boolean stopped;

    private record Source(ManifestFile file, FileStamp stamp) {}

    /** @param wanted the files to read, by position in the list */
    Stretches(SourceTree tree, BitSet wanted) {
        this.files = tree.files().iterator();
        this.stamps = tree.stamps().iterator();
        this.wanted = wanted;
    }

    /** The next stretch; empty when all were dealt out. */
    synchronized Optional<Stretch> next() {
        while (current == null || next == chunksOfFile) {
            if (stopped || !files.hasNext()) {
                return Optional.empty();
            }
            current = new Source(files.next(), stamps.next());
            file++;
            firstOfFile += chunksOfFile;
            chunksOfFile = (int) current.file().chunks(ChunkLayout.PLAIN_BYTES);
            next = wanted.get(file) ? 0 : chunksOfFile;
        }
        int count = Math.min(MOST_CHUNKS, chunksOfFile - next);
        Stretch stretch = new Stretch(
                current.file(), current.stamp(), (long) next * ChunkLayout.PLAIN_BYTES, firstOfFile + next, count);
        next += count;
        return Optional.of(stretch);
    }

    /** Nothing more is to be read: one reader has failed. */
    synchronized void stop() {
        stopped = true;
        next = chunksOfFile;
    }
}
