package org.liptako.pki.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;

class VectorsTest {
    private static final MemoryTiles TILES = new MemoryTiles(SampleLog.leafHashes(Vectors.SIZE));

    @Test
    void rootsAreGos() {
        for (Map.Entry<String, JsonNode> root : Vectors.ALL.get("Roots").properties()) {
            long size = Long.parseLong(root.getKey());

            assertThat(new TileTree(size, TILES).root()).isEqualTo(Vectors.root(size));
        }
    }

    @Test
    void inclusionProofsAreGos() {
        for (JsonNode go : Vectors.ALL.get("Inclusions")) {
            long size = go.get("Size").asLong();
            long index = go.get("Index").asLong();

            InclusionProof ours = new TileTree(size, TILES).inclusion(index);

            assertThat(ours.path()).isEqualTo(Vectors.path(go));
            assertThat(ours.proves(SampleLog.entry(index).leafHash(), new TileTree(size, TILES).root()))
                    .isTrue();
        }
    }

    @Test
    void consistencyProofsAreGos() {
        for (JsonNode go : Vectors.ALL.get("Consistencies")) {
            long oldSize = go.get("OldSize").asLong();
            long newSize = go.get("NewSize").asLong();

            ConsistencyProof ours = new TileTree(newSize, TILES).consistency(oldSize);

            assertThat(ours.path()).isEqualTo(Vectors.path(go));
            assertThat(ours.proves(new TileTree(oldSize, TILES).root(), new TileTree(newSize, TILES).root()))
                    .isTrue();
        }
    }

    @Test
    void tilesAreGos() {
        for (Map.Entry<String, JsonNode> tile : Vectors.ALL.get("Tiles").properties()) {
            TilePath.Hashes path = (TilePath.Hashes) TilePath.parse("tile/" + tile.getKey());

            assertThat(Digest.over(TILES.read(path).toBytes()).hex())
                    .isEqualTo(tile.getValue().asText());
            assertThat(TilePath.Hashes.in(Vectors.SIZE, path.level(), path.index()))
                    .contains(path);
        }
    }

    @Test
    void pathsAreGos() {
        List<TilePath> paths = List.of(
                new TilePath.Hashes(0, 1_234_067, 256),
                new TilePath.Hashes(2, 999, 1),
                new TilePath.Hashes(1, 1_000, 255),
                new TilePath.Entries(1_000_000, 17));
        for (int i = 0; i < paths.size(); i++) {
            String go = Vectors.ALL.get("Paths").get(i).asText();

            assertThat(paths.get(i).path()).isEqualTo(go);
            assertThat(TilePath.parse(go)).isEqualTo(paths.get(i));
        }
    }

    @Test
    void aNoteOfOursIsGosToTheByte() {
        Checkpoint checkpoint = new Checkpoint(Vectors.log().name(), Vectors.SIZE, Vectors.root(Vectors.SIZE));

        SignedNote note = checkpoint
                .signedBy(SampleLog.signer(Vectors.log(), "log"))
                .with(List.of(SampleLog.signer(Vectors.witness(), "witness").sign(checkpoint)));

        assertThat(note.toBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(Vectors.ALL.get("Note").asText());
    }

    @Test
    void aNoteOfGosIsBelievedWithItsWitnessAndTime() {
        WitnessedCheckpoint witnessed = Vectors.policy().verify(SignedNote.parse(Vectors.bytes("Note")));

        assertThat(witnessed.checkpoint().size()).isEqualTo(Vectors.SIZE);
        assertThat(witnessed.cosignatures()).singleElement().satisfies(cosignature -> {
            assertThat(cosignature.witness()).isEqualTo(Vectors.witness());
            assertThat(cosignature.time()).isEqualTo(SampleLog.TIME);
        });
    }

    @Test
    void aProofOfOursIsGosToTheByte() {
        SignedNote note = SignedNote.parse(Vectors.bytes("Note"));
        InclusionProof inclusion = new TileTree(Vectors.SIZE, TILES).inclusion(12_345);

        TlogProof proof = TlogProof.of(inclusion, note).withExtra("extra".getBytes(StandardCharsets.US_ASCII));

        assertThat(proof).hasToString(Vectors.ALL.get("Proof").asText());
    }

    @Test
    void aProofOfGosIsBelieved() {
        TlogProof proof = TlogProof.parse(Vectors.bytes("Proof"));

        WitnessedCheckpoint witnessed = proof.verify(SampleLog.entry(12_345).leafHash(), Vectors.policy());

        assertThat(witnessed.checkpoint().root()).isEqualTo(Vectors.root(Vectors.SIZE));
        assertThat(proof.extra())
                .hasValueSatisfying(data -> assertThat(data).asString().isEqualTo("extra"));
    }
}
