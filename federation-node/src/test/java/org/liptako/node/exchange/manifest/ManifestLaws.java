package org.liptako.node.exchange.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.Failure;

class ManifestLaws {
    private static final DatasetId DATASET = new DatasetId("ML-DS-008");
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    @Property(tries = 200)
    void everyByteOfEveryFileLiesInExactlyOneChunk(@ForAll("sizes") List<Long> sizes, @ForAll boolean encrypted) {
        ChunkLayout layout = new ChunkLayout(list(sizes), ChunkLayout.chunkBytes(encrypted));
        List<ChunkPlace> places = new ArrayList<>();
        for (int chunk = 0; chunk < layout.chunks(); chunk++) {
            places.add(layout.place(chunk));
        }
        for (ManifestFile file : list(sizes).files()) {
            long next = 0;
            for (ChunkPlace place : places) {
                if (place.file().equals(file)) {
                    assertThat(place.offset()).isEqualTo(next);
                    assertThat(place.length()).isPositive();
                    next += place.length();
                }
            }
            assertThat(next).isEqualTo(file.size());
        }
    }

    @Property(tries = 100)
    void theRootChangesWithAnyDigestAnySizeAnyModeAndAnyName(
            @ForAll("sizes") @Size(min = 1, max = 5) List<Long> sizes, @ForAll Random random) {
        Manifest manifest = manifest(list(sizes), random);
        byte[] digests = manifest.digests().bytes(0, manifest.digests().size());
        if (digests.length > 0) {
            digests[random.nextInt(digests.length)] ^= (byte) (1 << random.nextInt(8));
            assertRefused(manifest, manifest.list(), new ChunkDigests(digests));
        }
        ManifestFile first = manifest.list().files().getFirst();
        assertRefused(
                manifest,
                with(manifest.list(), new ManifestFile(first.path(), first.size(), 0600)),
                manifest.digests());
        assertRefused(
                manifest,
                with(manifest.list(), new ManifestFile(new ManifestPath("other"), first.size(), first.mode())),
                manifest.digests());
        if (first.size() % ChunkLayout.PLAIN_BYTES > 1) {
            assertRefused(
                    manifest,
                    with(manifest.list(), new ManifestFile(first.path(), first.size() - 1, first.mode())),
                    manifest.digests());
        }
    }

    @Property(tries = 100)
    void aHeaderIsReadInTheFormItWasWrittenAndInNoOther(@ForAll("sizes") List<Long> sizes, @ForAll Random random) {
        ManifestHeader header = manifest(list(sizes), random).header();
        byte[] json = header.toJson();
        assertThat(ManifestHeader.parse(json)).isEqualTo(header);
        byte[] spaced = (new String(json, UTF_8) + " ").getBytes(UTF_8);
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> ManifestHeader.parse(spaced));
    }

    @Property(tries = 300)
    void pathsAreInTheOrderOfTheirUtf8Bytes(@ForAll("names") String one, @ForAll("names") String other) {
        assertThat(Integer.signum(new ManifestPath(one).compareTo(new ManifestPath(other))))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8))));
    }

    @Property(tries = 200)
    void rangesCoverWhatIsAskedFromTheLowestOn(
            @ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 20) int mostRanges,
            @ForAll @IntRange(min = 1, max = 40) int mostChunks) {
        BitSet wanted = new BitSet();
        numbers.forEach(wanted::set);
        BitSet covered = new BitSet();
        List<ChunkRange> ranges = ChunkRange.of(wanted, mostRanges, mostChunks);
        ranges.forEach(range -> covered.set(range.first(), range.end()));
        assertThat(ranges).hasSizeLessThanOrEqualTo(mostRanges);
        assertThat(covered.cardinality()).isLessThanOrEqualTo(mostChunks);
        assertThat(covered.isEmpty()).isEqualTo(wanted.isEmpty());
        BitSet lowest = (BitSet) wanted.clone();
        lowest.clear(covered.length(), Math.max(covered.length(), wanted.length()));
        assertThat(covered).isEqualTo(lowest);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "/x", "é", "\ufb00", "\ud83d\ude00", "\uffee", "\ud800\udc00")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> "n" + String.join("", parts));
    }

    @Provide
    Arbitrary<List<Long>> sizes() {
        return Arbitraries.longs().between(0, 5L << 20).list().ofMaxSize(12);
    }

    private static FileList list(List<Long> sizes) {
        List<ManifestFile> files = new ArrayList<>();
        for (long size : sizes) {
            files.add(new ManifestFile(new ManifestPath("file-%03d".formatted(files.size())), size, 0644));
        }
        return new FileList(files);
    }

    private static FileList with(FileList list, ManifestFile first) {
        List<ManifestFile> files = new ArrayList<>(list.files());
        files.set(0, first);
        files.sort(Comparator.comparing(ManifestFile::path));
        return new FileList(files);
    }

    private static Manifest manifest(FileList list, Random random) {
        byte[] digests = new byte[new ChunkLayout(list, ChunkLayout.PLAIN_BYTES).chunks() * ChunkDigests.DIGEST_BYTES];
        random.nextBytes(digests);
        return Manifest.of(DATASET, false, list, new ChunkDigests(digests), AT);
    }

    private static void assertRefused(Manifest manifest, FileList list, ChunkDigests digests) {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> new Manifest(manifest.header(), list, digests));
    }
}
