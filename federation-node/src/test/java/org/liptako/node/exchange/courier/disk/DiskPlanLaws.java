package org.liptako.node.exchange.courier.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.wire.Failure;

class DiskPlanLaws {
    private static final long MEBIBYTE = 1 << 20;

    @Property(tries = 200)
    void everyChunkIsOnOneDiskInOneContainerAndEachFits(
            @ForAll("sizes") List<Long> sizes,
            @ForAll @LongRange(min = 4 * MEBIBYTE, max = 60 * MEBIBYTE) long capacity,
            @ForAll @LongRange(min = 2 * MEBIBYTE, max = 20 * MEBIBYTE) long container) {
        SignedManifest manifest = manifest(sizes);
        DiskPlan plan = new DiskPlan(manifest, container);
        int next = 0;
        for (ChunkRange disk : plan.disks(List.of(capacity))) {
            assertThat(disk.first()).isEqualTo(next);
            long bytes = plan.labelBytes();
            for (ChunkRange chunks : plan.containers(disk)) {
                assertThat(chunks.first()).isEqualTo(next);
                assertThat(plan.containerBytes(chunks)).isLessThanOrEqualTo(container);
                bytes += plan.containerBytes(chunks);
                next = chunks.end();
            }
            assertThat(disk.end()).isEqualTo(next);
            assertThat(bytes).isLessThanOrEqualTo(capacity);
        }
        assertThat(next).isEqualTo(manifest.manifest().header().chunks());
    }

    @Example
    void theLastCapacityHoldsForAllThatFollow() {
        DiskPlan plan = new DiskPlan(manifest(List.of(20 * MEBIBYTE)), DiskPlan.CONTAINER_BYTES);

        assertThat(plan.disks(List.of(4 * MEBIBYTE, 10 * MEBIBYTE)))
                .extracting(ChunkRange::count)
                .containsExactly(2, 8, 8, 2);
    }

    @Example
    void aContainerOfAFullDiskStaysBelowOneGibibyte() {
        DiskPlan plan = new DiskPlan(manifest(List.of(3000 * MEBIBYTE)), DiskPlan.CONTAINER_BYTES);

        assertThat(plan.containers(plan.disks(List.of(1L << 40)).getFirst()))
                .hasSize(3)
                .allSatisfy(chunks -> assertThat(plan.containerBytes(chunks)).isLessThanOrEqualTo(1L << 30));
    }

    @Example
    void aDiskTooSmallForAChunkAndAVersionWithoutBytesAreRefused() {
        DiskPlan plan = new DiskPlan(manifest(List.of(MEBIBYTE)), DiskPlan.CONTAINER_BYTES);
        DiskPlan empty = new DiskPlan(manifest(List.of(0L)), DiskPlan.CONTAINER_BYTES);

        assertThatThrownBy(() -> plan.disks(List.of(2 * MEBIBYTE)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is too small: label and one chunk take");
        assertThatThrownBy(() -> empty.disks(List.of(MEBIBYTE))).hasMessageContaining("empty files only");
    }

    @Provide
    Arbitrary<List<Long>> sizes() {
        return Arbitraries.longs().between(1, 9 * MEBIBYTE).list().ofMinSize(1).ofMaxSize(8);
    }

    private static SignedManifest manifest(List<Long> sizes) {
        List<ManifestFile> files = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            files.add(new ManifestFile(new ManifestPath("f" + i), sizes.get(i), 0644));
        }
        FileList list = new FileList(files);
        int chunks = new ChunkLayout(list, ChunkLayout.chunkBytes(false)).chunks();
        return Publications.unsigned(Manifest.of(
                Publications.DATASET,
                false,
                list,
                new ChunkDigests(new byte[chunks * ChunkDigests.DIGEST_BYTES]),
                Publications.AT));
    }
}
