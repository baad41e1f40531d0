package org.liptako.node.possession.challenge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.store.ChunkLook;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.pki.evidence.Digest;

/** Reads the chunks that a challenge draws, each proved by the manifest first, and makes the keyed digest of each: the same on both sides. */
final class KeyedReading {
    /** What a disk's blocks want before and after a chunk. */
    private static final int SPARE_BYTES = 64 << 10;

    private KeyedReading() {}

    /** Called before each chunk; what it throws ends the reading. */
    @FunctionalInterface
    interface Tick {
        void next();
    }

    /**
     * The digest of each drawn chunk, in order; empty for one that is lost. From the disk itself, not from the system's memory.
     *
     * @param draw what the chunks are drawn by
     * @throws IOException if something else keeps a chunk from being read: that says nothing of it
     */
    static List<Optional<Digest>> of(HeldVersion held, BitSet drawn, byte[] key, Digest draw, Tick tick)
            throws IOException {
        KeyedChunk keyed = new KeyedChunk(key, draw);
        ByteBuffer memory = ByteBuffer.allocateDirect(ChunkLayout.chunkBytes(true) + SPARE_BYTES);
        List<Optional<Digest>> digests = new ArrayList<>();
        for (int chunk = drawn.nextSetBit(0); chunk >= 0; chunk = drawn.nextSetBit(chunk + 1)) {
            tick.next();
            digests.add(
                    switch (ChunkLook.onDisk(held, chunk, memory)) {
                        case ChunkLook.Sound sound -> Optional.of(keyed.of(chunk, sound.bytes()));
                        case ChunkLook.Lost lost -> Optional.empty();
                    });
        }
        return digests;
    }
}
