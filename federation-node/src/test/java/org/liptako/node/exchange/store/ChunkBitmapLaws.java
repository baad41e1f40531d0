package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.journal.event.DatasetId;

class ChunkBitmapLaws {
    static final int CHUNKS = 77;

    @Property(tries = 60)
    void claimsAfterReopeningWhatWasClaimedBefore(
            @ForAll @Size(max = 8) List<List<@IntRange(max = CHUNKS - 1) Integer>> claims) throws IOException {
        Path file = Files.createTempFile("bitmap", null);
        BitSet all = new BitSet();
        for (List<Integer> claim : claims) {
            all.or(bits(claim));
            try (ChunkBitmap bitmap = ChunkBitmap.open(file, header(1))) {
                bitmap.claim(bits(claim));
                assertThat(claimed(bitmap)).isEqualTo(all);
            }
        }
        try (ChunkBitmap bitmap = ChunkBitmap.open(file, header(1))) {
            assertThat(claimed(bitmap)).isEqualTo(all);
            assertThat(bitmap.count()).isEqualTo(all.cardinality());
        }
        Files.delete(file);
    }

    @Property(tries = 200)
    void aTornWriteLeavesTheClaimBeforeItOrTheClaimItself(
            @ForAll @Size(min = 2, max = 6) List<@Size(min = 1) List<@IntRange(max = CHUNKS - 1) Integer>> claims,
            @ForAll Random random)
            throws IOException {
        Path file = Files.createTempFile("bitmap", null);
        byte[] before = new byte[0];
        BitSet claimedBefore = new BitSet();
        BitSet claimedAfter = new BitSet();
        for (List<Integer> claim : claims) {
            before = Files.readAllBytes(file);
            claimedBefore = (BitSet) claimedAfter.clone();
            claimedAfter.or(bits(claim));
            claim(file, bits(claim));
        }
        byte[] torn = torn(before, Files.readAllBytes(file), random);
        Files.write(file, torn);
        try (ChunkBitmap bitmap = ChunkBitmap.open(file, header(1))) {
            assertThat(claimed(bitmap)).isIn(claimedBefore, claimedAfter);
        }
        Files.delete(file);
    }

    @Property(tries = 200)
    void damageNeverAddsAClaim(
            @ForAll @Size(min = 1, max = 4) List<List<@IntRange(max = CHUNKS - 1) Integer>> claims,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 200) Integer> damaged,
            @ForAll Random random)
            throws IOException {
        Path file = Files.createTempFile("bitmap", null);
        BitSet all = new BitSet();
        for (List<Integer> claim : claims) {
            all.or(bits(claim));
            claim(file, bits(claim));
        }
        byte[] content = Files.readAllBytes(file);
        damaged.forEach(at -> content[at % content.length] ^= (byte) (1 + random.nextInt(255)));
        Files.write(file, content);
        try (ChunkBitmap bitmap = ChunkBitmap.open(file, header(1))) {
            BitSet more = claimed(bitmap);
            more.andNot(all);
            assertThat(more.isEmpty()).isTrue();
        }
        Files.delete(file);
    }

    @Property(tries = 20)
    void believesNoBitmapOfAnotherVersion(@ForAll List<@IntRange(max = CHUNKS - 1) Integer> claim) throws IOException {
        Path file = Files.createTempFile("bitmap", null);
        claim(file, bits(claim));
        try (ChunkBitmap bitmap = ChunkBitmap.open(file, header(2))) {
            assertThat(bitmap.count()).isZero();
        }
        Files.delete(file);
    }

    @Property(tries = 60)
    void aClaimTakenBackDoesNotReturnWithTheOlderSlot(
            @ForAll @Size(min = 1) List<@IntRange(max = CHUNKS - 1) Integer> claim,
            @ForAll @IntRange(max = 1) int damagedSlot)
            throws IOException {
        Path file = Files.createTempFile("bitmap", null);
        claim(file, bits(claim));
        try (ChunkBitmap bitmap = ChunkBitmap.open(file, header(1))) {
            bitmap.disclaim(bits(claim));
        }
        byte[] content = Files.readAllBytes(file);
        content[damagedSlot * content.length / 2] ^= 1;
        Files.write(file, content);
        try (ChunkBitmap bitmap = ChunkBitmap.open(file, header(1))) {
            assertThat(bitmap.count()).isZero();
        }
        Files.delete(file);
    }

    /** A disk writes sectors in any order; here they are 16 bytes, so that a slot has several. */
    private static byte[] torn(byte[] before, byte[] after, Random random) {
        byte[] torn = Arrays.copyOf(before, after.length);
        for (int sector = 0; sector < after.length; sector += 16) {
            if (random.nextBoolean()) {
                System.arraycopy(after, sector, torn, sector, Math.min(16, after.length - sector));
            }
        }
        return random.nextBoolean() ? torn : Arrays.copyOf(torn, Math.max(before.length, random.nextInt(after.length)));
    }

    private static void claim(Path file, BitSet claim) throws IOException {
        try (ChunkBitmap bitmap = ChunkBitmap.open(file, header(1))) {
            bitmap.claim(claim);
        }
    }

    private static BitSet claimed(ChunkBitmap bitmap) {
        BitSet claimed = bitmap.missing();
        claimed.flip(0, CHUNKS);
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            assertThat(bitmap.claims(chunk)).isEqualTo(claimed.get(chunk));
        }
        return claimed;
    }

    private static BitSet bits(List<Integer> numbers) {
        BitSet bits = new BitSet();
        numbers.forEach(bits::set);
        return bits;
    }

    private static ManifestHeader header(int content) {
        FileList list = new FileList(List.of(new ManifestFile(new ManifestPath("file"), (long) CHUNKS << 20, 0644)));
        byte[] digests = new byte[CHUNKS * ChunkDigests.DIGEST_BYTES];
        Arrays.fill(digests, (byte) content);
        return Manifest.of(new DatasetId("ML-DS-008"), false, list, new ChunkDigests(digests), Instant.EPOCH)
                .header();
    }
}
