package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;

class OpenVersionsTest {
    private final OpenVersions open = new OpenVersions();

    @TempDir
    private Path directory;

    @Test
    void readsAVersionOnce() throws IOException {
        HeldVersion held = held();
        assertThat(open.get(version(held), () -> Optional.of(held))).contains(held);
        assertThat(open.get(version(held), Optional::empty)).contains(held);

        open.forget(version(held));
        assertThat(open.get(version(held), Optional::empty)).isEmpty();
    }

    @Test
    void doesNotKeepWhatWasErasedWhileItWasRead() throws IOException {
        HeldVersion held = held();
        Optional<HeldVersion> read = open.get(version(held), () -> {
            open.forget(version(held));
            return Optional.of(held);
        });
        assertThat(read).isPresent();
        assertThat(open.get(version(held), Optional::empty)).isEmpty();
    }

    @Test
    void givesNothingThatWasReadBeforeWhileAVersionIsChanged() throws IOException {
        HeldVersion held = held();
        assertThat(open.get(version(held), () -> Optional.of(held))).isPresent();

        open.change(version(held), () -> {
            assertThat(open.get(version(held), Optional::empty)).isEmpty();
            assertThat(open.get(version(held), () -> Optional.of(held))).isPresent();
        });

        assertThat(open.get(version(held), Optional::empty)).isEmpty();
    }

    private HeldVersion held() throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 1);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        return new StoredVersion(signed, origin, DiskWitness.of(origin));
    }

    private static DatasetVersion version(HeldVersion held) {
        return held.manifest().header().version();
    }
}
