package org.liptako.node.exchange.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.liptako.node.exchange.manifest.ManifestHeader;

/**
 * Which chunks of a replica are proved and durable; it never claims one that is not.
 *
 * <p>The file has every page twice, in its first half and in its second. A claim writes the older copy of each page that it touches, whatever the
 * size of the version, and syncs: a torn write leaves the newer copy as it was, and what it would have claimed is fetched again. If neither
 * copy is whole, nothing of that page is claimed. Pages stand for themselves: each claims only what was synced before. Thread-safe; one
 * process at a time.
 */
final class ChunkBitmap implements Closeable {
    private static final int BLOCK_BYTES = 1 << 16;

    private final FileChannel file;
    private final BitmapPages form;
    private final int chunks;
    private final BitSet claimed = new BitSet();
    private final long[] generations;
    private boolean broken;

    private ChunkBitmap(FileChannel file, ManifestHeader header) {
        this.file = file;
        this.form = new BitmapPages(header);
        this.chunks = header.chunks();
        this.generations = new long[form.count()];
    }

    /** Opens the bitmap of a version; empty if there is none yet, or none that is whole and of this version. */
    static ChunkBitmap open(Path path, ManifestHeader header) throws IOException {
        FileChannel file = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Durable.OWNER_FILE);
        ChunkBitmap bitmap = new ChunkBitmap(file, header);
        for (int page = 0; page < bitmap.generations.length; page++) {
            bitmap.load(page, 0);
            bitmap.load(page, 1);
        }
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
        store(pages(durable, (before, more) -> {
            before.or(more);
            return before;
        }));
    }

    /** Takes claims back, where the disk no longer has what was claimed. */
    synchronized void disclaim(BitSet lost) throws IOException {
        if (claimed.intersects(lost)) {
            Map<Integer, BitSet> pages = pages(lost, (before, less) -> {
                before.andNot(less);
                return before;
            });
            // Into both copies: the older one must not come back with the claim.
            store(pages);
            store(pages);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The pages that a change touches, as they are to be. */
    private Map<Integer, BitSet> pages(BitSet change, BinaryOperator<BitSet> applied) {
        Map<Integer, BitSet> pages = new TreeMap<>();
        for (int chunk = change.nextSetBit(0); chunk >= 0; ) {
            int page = chunk / BitmapPages.CHUNKS;
            pages.put(page, applied.apply(bits(claimed, page), bits(change, page)));
            chunk = change.nextSetBit((page + 1) * BitmapPages.CHUNKS);
        }
        return pages;
    }

    private void store(Map<Integer, BitSet> pages) throws IOException {
        if (broken) {
            throw new IOException("An earlier sync of the chunk bitmap failed; open it again.");
        }
        broken = true;
        for (Map.Entry<Integer, BitSet> page : pages.entrySet()) {
            int number = page.getKey();
            long generation = generations[number] + 1;
            write(form.encode(number, generation, page.getValue()), position(number, generation));
        }
        file.force(false);
        broken = false;
        pages.forEach((number, bits) -> {
            generations[number]++;
            take(number, bits);
        });
    }

    private void load(int page, int copy) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BitmapPages.BYTES);
        long position = position(page, copy);
        while (block.hasRemaining()) {
            int read = file.read(block, position + block.position());
            if (read < 0) {
                return;
            }
        }
        Optional<BitmapPages.Page> read = form.decode(page, block.rewind());
        // A generation in the other one's place would have the next claim written over the newer copy.
        if (read.isPresent()
                && (read.get().generation() & 1) == copy
                && read.get().generation() > generations[page]) {
            generations[page] = read.get().generation();
            take(page, read.get().bits());
        }
    }

    /**
     * Both copies have their place from the start. The first claim syncs that with its own bytes; those after it sync their bytes, and nothing of the file
     * system's own.
     */
    private void layOut() throws IOException {
        long end = 2L * generations.length * BitmapPages.BYTES;
        if (file.size() < end) {
            for (long position = file.size(); position < end; ) {
                ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(BLOCK_BYTES, end - position));
                position = write(zeros, position);
            }
        }
    }

    private long write(ByteBuffer bytes, long from) throws IOException {
        long position = from;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
        return position;
    }

    private void take(int page, BitSet bits) {
        int first = page * BitmapPages.CHUNKS;
        claimed.clear(first, first + BitmapPages.CHUNKS);
        bits.stream().forEach(bit -> claimed.set(first + bit));
    }

    private static BitSet bits(BitSet all, int page) {
        return all.get(page * BitmapPages.CHUNKS, (page + 1) * BitmapPages.CHUNKS);
    }

    private long position(int page, long generation) {
        return ((generation & 1) * generations.length + page) * BitmapPages.BYTES;
    }
}
