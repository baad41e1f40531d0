package org.liptako.node.exchange.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.wire.Failure;

class DirectoryTreeTest {
    @TempDir
    private Path directory;

    @Test
    void readsPathsSizesAndModesInTheOrderOfPaths() throws IOException {
        Files.createDirectories(directory.resolve("b/c"));
        Files.writeString(directory.resolve("b/c/d"), "four");
        Files.writeString(directory.resolve("a"), "");
        Files.setPosixFilePermissions(directory.resolve("a"), PosixFilePermissions.fromString("r-xr-----"));
        Files.setPosixFilePermissions(directory.resolve("b/c/d"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(DirectoryTree.read(directory).files())
                .containsExactly(
                        new ManifestFile(new ManifestPath("a"), 0, 0540),
                        new ManifestFile(new ManifestPath("b/c/d"), 4, 0644));
    }

    @Test
    void refusesALinkEvenIfItPointsInside() throws IOException {
        Files.writeString(directory.resolve("real"), "x");
        Files.createSymbolicLink(directory.resolve("link"), Path.of("real"));
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> DirectoryTree.read(directory))
                .withMessageContaining("link");
    }

    @Test
    void refusesALinkToADirectory() throws IOException {
        Files.createSymbolicLink(directory.resolve("etc"), Path.of("/etc"));
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> DirectoryTree.read(directory));
    }

    @Test
    void turnsPermissionsIntoBitsAndBack() {
        for (int mode = 0; mode <= 0777; mode++) {
            assertThat(FileMode.of(FileMode.permissions(mode))).isEqualTo(mode);
        }
    }
}
