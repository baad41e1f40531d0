package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;

class ProvedChunksTest {
    private static final ManifestPath PATH = new ManifestPath("large.bin");

    @Test
    void aProofHoldsForItsChunkOfItsFileAsItStood() {
        FileState then = state(0);
        ProvedChunks proved = new ProvedChunks();
        proved.add(3, PATH, then);

        assertThat(proved.has(3, PATH, then)).isTrue();
        assertThat(proved.has(4, PATH, then)).isFalse();
        assertThat(proved.has(3, new ManifestPath("other.bin"), then)).isFalse();
        assertThat(proved.has(3, PATH, state(1))).isFalse();
    }

    @Test
    void aChangeForgetsWhatWasProvedBefore() {
        ProvedChunks proved = new ProvedChunks();
        proved.add(3, PATH, state(0));

        proved.add(4, PATH, state(1));

        assertThat(proved.has(3, PATH, state(1))).isFalse();
        assertThat(proved.has(3, PATH, state(0))).isFalse();
        assertThat(proved.has(4, PATH, state(1))).isTrue();
    }

    @Test
    void whatChangedJustNowMayChangeAgainUnseen() {
        assertThat(new FileState("1:2", 5, FileTime.from(Instant.now())).isSettled())
                .isFalse();
        assertThat(state(0).isSettled()).isTrue();
    }

    @Test
    void anotherFileInItsPlaceIsHashed(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 16);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        HeldVersion held = new StoredVersion(signed, origin, DiskWitness.of(origin));
        ByteBuffer memory = ByteBuffer.allocate(1 << 20);
        assertThat(held.proved(5, memory))
                .hasValueSatisfying(bytes -> assertThat(bytes.remaining()).isEqualTo(1 << 20));
        assertThat(held.proved(5, memory)).isPresent();

        Path other = Files.write(directory.resolve("other"), new byte[16 << 20]);
        Files.move(other, origin.resolve("large.bin"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(held.proved(5, memory)).isEmpty();
    }

    private static FileState state(int second) {
        return new FileState("1:2", 5, FileTime.from(Instant.EPOCH.plusSeconds(second)));
    }
}
