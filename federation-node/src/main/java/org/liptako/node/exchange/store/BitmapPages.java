package org.liptako.node.exchange.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.pki.evidence.Digest;

/**
 * The form of a bitmap's pages. Each is a block of the disk and says of some chunks which are claimed: mark, generation, number of the page,
 * how many chunks the version has, its root, the bits, and a SHA-256 over all of that.
 */
final class BitmapPages {
    /** What disks and file systems write at a time. */
    static final int BYTES = 4_096;

    private static final long MARK = 0x4c4950_42495432L; // "LIPBIT2"
    private static final int HEAD_BYTES = 2 * Long.BYTES + 2 * Integer.BYTES + Digest.LENGTH;

    /** The chunks of one page: 31 GiB. */
    static final int CHUNKS = (BYTES - HEAD_BYTES - Digest.LENGTH) * Byte.SIZE;

    private final byte[] root;
    private final int chunks;

    /** A page that was read. */
    record Page(long generation, BitSet bits) {}

    BitmapPages(ManifestHeader header) {
        this.root = HexFormat.of().parseHex(header.root().value());
        this.chunks = header.chunks();
    }

    int count() {
        return (chunks + CHUNKS - 1) / CHUNKS;
    }

    /** @param bits from the first chunk of the page */
    ByteBuffer encode(int page, long generation, BitSet bits) {
        ByteBuffer block = ByteBuffer.allocate(BYTES);
        block.putLong(MARK).putLong(generation).putInt(page).putInt(chunks).put(root);
        block.put(bits.toByteArray());
        int checked = BYTES - Digest.LENGTH;
        block.position(checked)
                .put(Digest.over(Arrays.copyOf(block.array(), checked)).toBytes());
        return block.rewind();
    }

    /** The page in a block, if it is whole and this one. */
    Optional<Page> decode(int page, ByteBuffer block) {
        long generation = block.getLong(Long.BYTES);
        BitSet bits = BitSet.valueOf(block.slice(HEAD_BYTES, CHUNKS / Byte.SIZE));
        int end = Math.min(CHUNKS, chunks - page * CHUNKS);
        boolean whole = bits.length() <= end && encode(page, generation, bits).equals(block);
        return whole ? Optional.of(new Page(generation, bits)) : Optional.empty();
    }
}
