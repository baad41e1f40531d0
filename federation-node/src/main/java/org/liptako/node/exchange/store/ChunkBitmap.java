package org.liptako.node.exchange.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Set;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.pki.evidence.Digest;

/**
 * Which chunks of a replica are proved and durable; it never claims one that is not.
 *
 * <p>The file has two slots, each with a generation, the version's root, the bits, and a SHA-256 over all of that. A claim writes the older
 * slot and syncs: a torn write leaves the newer slot as it was, and what it would have claimed is fetched again. If neither slot is whole,
 * nothing is claimed. Thread-safe; one process at a time.
 */
final class ChunkBitmap implements Closeable {
    private static final long MAGIC = 0x4c4950_42495431L; // "LIPBIT1"
    private static final int HEAD_BYTES = Long.BYTES + Long.BYTES + Integer.BYTES + Digest.LENGTH;

    private final FileChannel file;
    private final byte[] root;
    private final int chunks;
    private BitSet claimed = new BitSet();
    private long generation;
    private boolean broken;

    private ChunkBitmap(FileChannel file, ManifestHeader header) {
        this.file = file;
        this.root = HexFormat.of().parseHex(header.root().value());
        this.chunks = header.chunks();
    }

    /** Opens the bitmap of a version; empty if there is none yet, or none that is whole and of this version. */
    static ChunkBitmap open(Path path, ManifestHeader header) throws IOException {
        FileChannel file = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Durable.OWNER_FILE);
        ChunkBitmap bitmap = new ChunkBitmap(file, header);
        bitmap.load(0);
        bitmap.load(1);
        bitmap.layOut();
        return bitmap;
    }

    synchronized boolean claims(int chunk) {
        return claimed.get(chunk);
    }

    synchronized int count() {
        return claimed.cardinality();
    }

    /** The chunks that are not claimed. */
    synchronized BitSet missing() {
        BitSet missing = (BitSet) claimed.clone();
        missing.flip(0, chunks);
        return missing;
    }

    /**
     * Claims chunks, on top of those claimed before. The caller has synced their bytes.
     *
     * @throws IOException if the claim may not be on disk; nothing more is then claimed by this object, because a sync that failed once
     *     may pass the next time without having written
     */
    synchronized void claim(BitSet durable) throws IOException {
        BitSet next = (BitSet) claimed.clone();
        next.or(durable);
        store(next);
    }

    /** Takes claims back, where the disk no longer has what was claimed. */
    synchronized void disclaim(BitSet lost) throws IOException {
        if (claimed.intersects(lost)) {
            BitSet next = (BitSet) claimed.clone();
            next.andNot(lost);
            // Into both slots: the older one must not come back with the claim.
            store(next);
            store(next);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void store(BitSet next) throws IOException {
        if (broken) {
            throw new IOException("An earlier sync of the chunk bitmap failed; open it again.");
        }
        broken = true;
        ByteBuffer slot = encode(next, generation + 1);
        long position = position(generation + 1);
        while (slot.hasRemaining()) {
            position += file.write(slot, position);
        }
        file.force(false);
        broken = false;
        generation++;
        claimed = next;
    }

    private ByteBuffer encode(BitSet bits, long number) {
        ByteBuffer slot = ByteBuffer.allocate(slotBytes());
        slot.putLong(MAGIC).putLong(number).putInt(chunks).put(root).put(bits.toByteArray());
        int checked = slotBytes() - Digest.LENGTH;
        slot.position(checked)
                .put(Digest.over(Arrays.copyOf(slot.array(), checked)).toBytes());
        return slot.rewind();
    }

    private void load(int slotNumber) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(slotBytes());
        long position = position(slotNumber);
        while (slot.hasRemaining()) {
            int read = file.read(slot, position + slot.position());
            if (read < 0) {
                return;
            }
        }
        long number = slot.getLong(Long.BYTES);
        if (number <= generation) {
            return;
        }
        BitSet bits = BitSet.valueOf(slot.slice(HEAD_BYTES, (chunks + 7) / 8));
        if (bits.length() <= chunks && encode(bits, number).equals(slot.rewind())) {
            generation = number;
            claimed = bits;
        }
    }

    /** Both slots have their place on the disk from the start: a claim then syncs its bytes, and nothing of the file system's own. */
    private void layOut() throws IOException {
        long missing = 2L * slotBytes() - file.size();
        if (missing > 0) {
            ByteBuffer zeros = ByteBuffer.allocate((int) missing);
            for (long position = file.size(); zeros.hasRemaining(); ) {
                position += file.write(zeros, position);
            }
            file.force(true);
        }
    }

    private int slotBytes() {
        return HEAD_BYTES + (chunks + 7) / 8 + Digest.LENGTH;
    }

    private long position(long number) {
        return (number & 1) * slotBytes();
    }
}
