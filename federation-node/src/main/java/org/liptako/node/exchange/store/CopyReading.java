package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.liptako.node.exchange.manifest.ChunkLayout;

/** Reads a copy whole, from its disk. */
public final class CopyReading {
    /** Who is told how far a reading is; what it throws ends it. */
    @FunctionalInterface
    public interface Progress {
        void at(int chunks);
    }

    /** What a disk's blocks want before and after a chunk. */
    private static final int SPARE_BYTES = 64 << 10;

    private CopyReading() {}

    /**
     * The chunks that are not what the manifest names, or that the disk does not give, twice in a row.
     *
     * @throws IOException if something else keeps a chunk from being read: that says nothing of any chunk
     */
    public static BitSet damaged(HeldVersion held, Progress progress) throws IOException {
        BitSet damaged = new BitSet();
        ByteBuffer memory = ByteBuffer.allocateDirect(ChunkLayout.chunkBytes(true) + SPARE_BYTES);
        int chunks = held.manifest().header().chunks();
        for (int chunk = 0; chunk < chunks; chunk++) {
            damaged.set(chunk, ChunkLook.onDisk(held, chunk, memory) instanceof ChunkLook.Lost);
            progress.at(chunk + 1);
        }
        return damaged;
    }
}
