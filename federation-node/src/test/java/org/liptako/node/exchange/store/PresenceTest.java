package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresenceTest {
    @TempDir
    private Path home;

    @Test
    void whatIsNotThereOrLiesBelowAFileIsAbsent() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "a");
        for (Path place : new Path[] {home.resolve("none"), home.resolve("none/below"), file.resolve("below")}) {
            assertThat(Presence.isDirectory(place)).isFalse();
            assertThat(Presence.isFile(place)).isFalse();
            assertThat(Presence.isAnything(place)).isFalse();
        }
    }

    @Test
    void anotherTypeIsNotWhatWasAskedForAndNoLinkIsFollowed() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "a");
        Path link = Files.createSymbolicLink(home.resolve("link"), home);
        assertThat(Presence.isFile(file)).isTrue();
        assertThat(Presence.isDirectory(file)).isFalse();
        assertThat(Presence.isDirectory(home)).isTrue();
        assertThat(Presence.isFile(home)).isFalse();
        assertThat(Presence.isDirectory(link)).isFalse();
        assertThat(Presence.isAnything(link)).isTrue();
    }

    /** A name that no file system takes stands for all that keeps a place from being looked at: rights keep nothing from root. */
    @Test
    void aPlaceThatCannotBeLookedAtIsNotAbsent() {
        Path unseen = home.resolve("n".repeat(300));
        assertThat(Files.isDirectory(unseen)).isFalse();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Presence.isDirectory(unseen));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Presence.isFile(unseen));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ManifestFolder.read(unseen))
                .isNotInstanceOf(DamagedManifestException.class);
    }
}
