package org.liptako.node.exchange.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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

        assertThat(DirectoryTree.read(directory).list().files())
                .containsExactly(
                        new ManifestFile(new ManifestPath("a"), 0, 0540),
                        new ManifestFile(new ManifestPath("b/c/d"), 4, 0644));
    }

    @Test
    void readsLinksAndEmptyDirectories() throws IOException {
        Files.createDirectories(directory.resolve("full/empty"));
        Files.createDirectories(directory.resolve("vide"));
        Files.writeString(directory.resolve("full/real"), "x");
        Files.createSymbolicLink(directory.resolve("link"), Path.of("full/../full/real"));

        FileList list = DirectoryTree.read(directory).list();

        assertThat(list.links()).containsExactly(new ManifestLink(new ManifestPath("link"), "full/../full/real"));
        assertThat(list.directories()).containsExactly(new ManifestPath("full/empty"), new ManifestPath("vide"));
        assertThat(list.files()).hasSize(1);
    }

    @Test
    void ordersAllPathsByTheirBytesWhereverADirectoryLiesBetweenFiles() throws IOException {
        for (String file : List.of("a.b", "a/x", "a/b/y", "a/b-c", "a-c", "a0", "a.d/z", "é/é", "Z")) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.createFile(directory.resolve(file));
        }
        Files.createDirectories(directory.resolve("e.f/g"));
        Files.createDirectories(directory.resolve("e"));
        FileList list = DirectoryTree.read(directory).list();
        assertThat(list.files())
                .extracting(file -> file.path().value())
                .containsExactly("Z", "a-c", "a.b", "a.d/z", "a/b-c", "a/b/y", "a/x", "a0", "é/é");
        assertThat(list.directories()).containsExactly(new ManifestPath("e"), new ManifestPath("e.f/g"));
    }

    @Test
    void countsAFileWithTwoNamesAsTwoFiles() throws IOException {
        Files.writeString(directory.resolve("one"), "x");
        Files.createLink(directory.resolve("two"), directory.resolve("one"));
        assertThat(DirectoryTree.read(directory).list().files()).hasSize(2);
    }

    @Test
    void refusesALinkThatLeadsOutAndNamesIt() throws IOException {
        Files.createSymbolicLink(directory.resolve("etc"), Path.of("/etc"));
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> DirectoryTree.read(directory).list())
                .satisfies(failure -> {
                    assertThat(failure.sentence().fr()).contains("« etc »", "« /etc »", "absolu");
                    assertThat(failure.sentence().en()).contains("\"etc\"", "absolute");
                });
    }

    @Test
    void refusesAPipeAndNamesIt() throws IOException, InterruptedException {
        Process made = new ProcessBuilder("mkfifo", directory.resolve("tube").toString()).start();
        assertThat(made.waitFor()).isZero();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> DirectoryTree.read(directory))
                .withMessageContaining("\"tube\" is a device, a pipe or a socket");
    }

    @Test
    void turnsPermissionsIntoBitsAndBack() {
        for (int mode = 0; mode <= 0777; mode++) {
            assertThat(FileMode.of(FileMode.permissions(mode))).isEqualTo(mode);
        }
    }
}
