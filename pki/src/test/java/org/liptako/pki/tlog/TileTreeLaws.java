package org.liptako.pki.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.evidence.MerkleTree;

class TileTreeLaws {
    private static final int MOST = 600;
    private static final List<Digest> LEAVES = SampleLog.leafHashes(MOST);
    private static final List<Digest> ROOTS = roots();

    @Property(tries = 1000)
    void theTreeOfTilesIsTheTreeOfLeaves(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST) int draw) {
        TileTree tree = tree(size);
        int index = draw % size;

        assertThat(tree.root()).isEqualTo(ROOTS.get(size));
        assertThat(tree.inclusion(index)).isEqualTo(InclusionProof.of(LEAVES.subList(0, size), index));
    }

    @Property(tries = 1000)
    void everyOlderTreeIsProvedAndNoOtherIs(
            @ForAll @IntRange(max = MOST) int one,
            @ForAll @IntRange(max = MOST) int other,
            @ForAll @IntRange(max = MOST) int third) {
        int oldSize = Math.min(one, other);
        int newSize = Math.max(one, other);
        Digest oldRoot = ROOTS.get(oldSize);
        Digest newRoot = ROOTS.get(newSize);

        ConsistencyProof proof = tree(newSize).consistency(oldSize);

        assertThat(proof.proves(oldRoot, newRoot)).isTrue();
        assertThat(proof.proves(ROOTS.get(third), newRoot)).isEqualTo(third == oldSize);
        if (oldSize > 0) {
            assertThat(proof.proves(oldRoot, ROOTS.get(third))).isEqualTo(third == newSize);
        }
    }

    @Property(tries = 500)
    void noBitOfAConsistencyProofMayBeFlipped(
            @ForAll @IntRange(min = 1, max = MOST) int one,
            @ForAll @IntRange(min = 1, max = MOST) int other,
            @ForAll @IntRange(max = 255) int bit,
            @ForAll @IntRange(max = 30) int at) {
        int oldSize = Math.min(one, other);
        int newSize = Math.max(one, other);
        ConsistencyProof proof = tree(newSize).consistency(oldSize);
        Digest oldRoot = ROOTS.get(oldSize);
        Digest newRoot = ROOTS.get(newSize);

        assertThat(proof.proves(flipped(oldRoot, bit), newRoot)).isFalse();
        assertThat(proof.proves(oldRoot, flipped(newRoot, bit))).isFalse();
        List<Digest> longer = new ArrayList<>(proof.path());
        longer.add(newRoot);
        assertThat(new ConsistencyProof(oldSize, newSize, longer).proves(oldRoot, newRoot))
                .isFalse();
        if (!proof.path().isEmpty()) {
            List<Digest> altered = new ArrayList<>(proof.path());
            altered.set(at % altered.size(), flipped(altered.get(at % altered.size()), bit));
            assertThat(new ConsistencyProof(oldSize, newSize, altered).proves(oldRoot, newRoot))
                    .isFalse();
            List<Digest> shorter = proof.path().subList(1, proof.path().size());
            assertThat(new ConsistencyProof(oldSize, newSize, shorter).proves(oldRoot, newRoot))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void aProofReadsEachTileOnceAndFewOfThem(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST) int draw) {
        MemoryTiles tiles = new MemoryTiles(LEAVES.subList(0, size));

        new TileTree(size, tiles).inclusion(draw % size);

        assertThat(tiles.asked).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(4);
    }

    @Property(tries = 500)
    void theFirstLeafThatDiffersIsFoundAndProved(
            @ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(max = MOST) int one,
            @ForAll @IntRange(max = MOST) int other) {
        List<Digest> altered = new ArrayList<>(LEAVES.subList(0, size));
        int first = Math.min(one % size, other % size);
        for (int edited : List.of(one % size, other % size)) {
            altered.set(edited, flipped(LEAVES.get(edited), 7));
        }
        TileTree edited = new TileTree(size, new MemoryTiles(altered));

        assertThat(tree(size).firstDifference(edited)).hasValue(first);
        assertThat(tree(size).firstDifference(tree(size))).isEmpty();
        assertThat(edited.proves(first, edited.root())).isTrue();
        assertThat(edited.proves(first, tree(size).root())).isFalse();
    }

    private static TileTree tree(int size) {
        return new TileTree(size, new MemoryTiles(LEAVES.subList(0, size)));
    }

    private static List<Digest> roots() {
        List<Digest> roots = new ArrayList<>();
        MerkleTree tree = new MerkleTree();
        roots.add(tree.root());
        for (Digest leaf : LEAVES) {
            tree.append(leaf);
            roots.add(tree.root());
        }
        return roots;
    }

    private static Digest flipped(Digest digest, int bit) {
        byte[] bytes = digest.toBytes();
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        return Digest.of(bytes);
    }
}
