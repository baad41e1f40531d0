package org.liptako.pki.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EvidenceLaws {
    @Property(tries = 300)
    void theCompactRootIsTheRootByDefinition(@ForAll @Size(max = 200) List<byte[]> data) {
        List<Digest> leaves = data.stream().map(MerkleHash::leaf).toList();

        assertThat(MerkleTree.rootOf(leaves)).isEqualTo(naiveRoot(leaves));
    }

    @Property(tries = 300)
    void everyLeafIsProvedAndNoOtherIs(
            @ForAll @IntRange(min = 1, max = 130) int size, @ForAll @IntRange(min = 0, max = 1000) int draw) {
        List<Digest> leaves = leaves(size);
        int index = draw % size;
        Digest root = MerkleTree.rootOf(leaves);

        InclusionProof proof = InclusionProof.of(leaves, index);

        assertThat(proof.proves(leaves.get(index), root)).isTrue();
        assertThat(proof.proves(MerkleHash.leaf(new byte[] {9, 9, 9}), root)).isFalse();
        assertThat(proof.proves(leaves.get(index), Digest.over(new byte[] {9}))).isFalse();
        if (size > 1) {
            InclusionProof elsewhere = new InclusionProof((index + 1) % size, size, proof.path());
            assertThat(elsewhere.proves(leaves.get(index), root)).isFalse();
            List<Digest> shorter = proof.path().subList(0, proof.path().size() - 1);
            assertThat(new InclusionProof(index, size, shorter).proves(leaves.get(index), root))
                    .isFalse();
        }
        List<Digest> longer = new ArrayList<>(proof.path());
        longer.add(root);
        assertThat(new InclusionProof(index, size, longer).proves(leaves.get(index), root))
                .isFalse();
    }

    @Property
    void aCommitmentOpensWithItsSaltAndPayloadAlone(
            @ForAll @Size(32) byte[] salt, @ForAll byte[] payload, @ForAll byte[] other) {
        EntryCommitment commitment = EntryCommitment.to(Salt.of(salt), payload);

        assertThat(commitment.isOpenedBy(Salt.of(salt), payload)).isTrue();
        assertThat(commitment.isOpenedBy(Salt.of(salt), other)).isEqualTo(Arrays.equals(payload, other));
        salt[0] ^= 1;
        assertThat(commitment.isOpenedBy(Salt.of(salt), payload)).isFalse();
    }

    @Property(tries = 200)
    void aChainsHeadTellsTheOrderOfItsEntries(@ForAll @Size(min = 2, max = 20) List<byte[]> payloads) {
        List<EntryCommitment> entries = payloads.stream()
                .map(MerkleHash::leaf)
                .map(EntryCommitment::new)
                .toList();

        HashChain chain = chained(entries);

        assertThat(chain.length()).isEqualTo(entries.size());
        assertThat(chained(entries)).isEqualTo(chain);
        assertThat(chained(entries.subList(1, entries.size())).head()).isNotEqualTo(chain.head());
        List<EntryCommitment> swapped = new ArrayList<>(entries);
        swapped.set(0, entries.getLast());
        swapped.set(entries.size() - 1, entries.getFirst());
        assertThat(chained(swapped).head().equals(chain.head())).isEqualTo(swapped.equals(entries));
    }

    private static HashChain chained(List<EntryCommitment> entries) {
        HashChain chain = HashChain.EMPTY;
        for (EntryCommitment entry : entries) {
            chain = chain.append(entry);
        }
        return chain;
    }

    /** RFC 6962 section 2.1, word by word. */
    private static Digest naiveRoot(List<Digest> leaves) {
        if (leaves.isEmpty()) {
            return MerkleHash.empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return MerkleHash.node(naiveRoot(leaves.subList(0, split)), naiveRoot(leaves.subList(split, leaves.size())));
    }

    private static List<Digest> leaves(int size) {
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleHash.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        return leaves;
    }
}
