package org.liptako.node.exchange.manifest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** A run of consecutive chunks: {@code count} of them, at least one, from {@code first} on. */
public record ChunkRange(int first, int count) {
    public ChunkRange {
        if (first < 0 || count < 1 || first > Integer.MAX_VALUE - count) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    count + " blocs à partir du bloc " + first + " : ce n'est pas une plage.",
                    count + " chunks from chunk " + first + " on: that is no range.");
        }
    }

    /** The number after the last chunk's. */
    public int end() {
        return first + count;
    }

    /** The runs of set bits, at most so many of them and so many chunks in all, from the lowest on. */
    public static List<ChunkRange> of(BitSet chunks, int mostRanges, int mostChunks) {
        List<ChunkRange> ranges = new ArrayList<>();
        int left = mostChunks;
        for (int first = chunks.nextSetBit(0); first >= 0 && ranges.size() < mostRanges && left > 0; ) {
            int count = Math.min(chunks.nextClearBit(first) - first, left);
            ranges.add(new ChunkRange(first, count));
            left -= count;
            first = chunks.nextSetBit(first + count);
        }
        return ranges;
    }
}
