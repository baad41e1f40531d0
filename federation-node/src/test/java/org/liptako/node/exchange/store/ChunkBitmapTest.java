package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.journal.event.DatasetId;

/** A bitmap of three pages: what a claim writes, and what is believed of what lies there. */
class ChunkBitmapTest {
    private static final int PAGES = 3;
    private static final ManifestHeader HEADER = header();

    private Path file;

    @BeforeEach
    void name(@TempDir Path directory) {
        file = directory.resolve("bitmap");
    }

    @Test
    void aClaimWritesOneBlockForEachPageThatItTouches() throws IOException {
        claim(0);
        byte[] before = Files.readAllBytes(file);
        assertThat(before).hasSize(2 * PAGES * BitmapPages.BYTES);

        claim(BitmapPages.CHUNKS, BitmapPages.CHUNKS + 1);

        byte[] after = Files.readAllBytes(file);
        // The page's copies of generation 0 and 1 are both there; the one of generation 1 lies in the second half.
        assertThat(changed(before, after)).containsExactly(PAGES + 1);
    }

    @Test
    void pagesStandForThemselves() throws IOException {
        claim(5, BitmapPages.CHUNKS - 1, BitmapPages.CHUNKS, 2 * BitmapPages.CHUNKS + 7);
        byte[] content = Files.readAllBytes(file);
        content[PAGES * BitmapPages.BYTES + 60] ^= 1;
        Files.write(file, content);

        assertThat(claimed()).isEqualTo(bits(BitmapPages.CHUNKS, 2 * BitmapPages.CHUNKS + 7));
    }

    @Test
    void believesNoPageInTheOtherCopysPlace() throws IOException {
        claim(5);
        byte[] content = Files.readAllBytes(file);
        int second = PAGES * BitmapPages.BYTES;
        System.arraycopy(content, second, content, 0, BitmapPages.BYTES);
        Arrays.fill(content, second, second + BitmapPages.BYTES, (byte) 0);
        Files.write(file, content);

        assertThat(claimed().isEmpty()).isTrue();
    }

    @Test
    void believesNoPageInAnotherPagesPlace() throws IOException {
        claim(5);
        byte[] content = Files.readAllBytes(file);
        int second = PAGES * BitmapPages.BYTES;
        System.arraycopy(content, second, content, second + BitmapPages.BYTES, BitmapPages.BYTES);
        Files.write(file, content);

        assertThat(claimed()).isEqualTo(bits(5));
    }

    private void claim(int... chunks) throws IOException {
        try (ChunkBitmap bitmap = ChunkBitmap.open(file, HEADER)) {
            bitmap.claim(bits(chunks));
        }
    }

    private BitSet claimed() throws IOException {
        try (ChunkBitmap bitmap = ChunkBitmap.open(file, HEADER)) {
            BitSet claimed = bitmap.missing();
            claimed.flip(0, HEADER.chunks());
            return claimed;
        }
    }

    private static BitSet bits(int... chunks) {
        BitSet bits = new BitSet();
        Arrays.stream(chunks).forEach(bits::set);
        return bits;
    }

    private static List<Integer> changed(byte[] before, byte[] after) {
        return IntStream.range(0, 2 * PAGES)
                .filter(block -> !Arrays.equals(block(before, block), block(after, block)))
                .boxed()
                .toList();
    }

    private static byte[] block(byte[] content, int block) {
        return Arrays.copyOfRange(content, block * BitmapPages.BYTES, (block + 1) * BitmapPages.BYTES);
    }

    private static ManifestHeader header() {
        int chunks = 2 * BitmapPages.CHUNKS + 100;
        FileList list = new FileList(List.of(new ManifestFile(new ManifestPath("file"), (long) chunks << 20, 0644)));
        ChunkDigests digests = new ChunkDigests(new byte[chunks * ChunkDigests.DIGEST_BYTES]);
        return Manifest.of(new DatasetId("ML-DS-008"), false, list, digests, Instant.EPOCH)
                .header();
    }
}
