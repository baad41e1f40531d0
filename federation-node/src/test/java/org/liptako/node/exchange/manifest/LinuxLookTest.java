package org.liptako.node.exchange.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LinuxLookTest {
    @TempDir
    private Path directory;

    @BeforeAll
    static void link() {
        LinuxLook.link();
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "names are UTF-8 here");
    }

    @Test
    void seesOfFilesDirectoriesAndLinksWhatJavaSees() throws IOException {
        Path file = Files.write(directory.resolve("décès 2026.csv"), new byte[70_001]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-23T04:05:06.123456789Z")));
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));

        for (Path path : new Path[] {file, directory, link, Path.of("/dev/null"), Path.of("/")}) {
            assertThat(LinuxLook.at(path)).as("%s", path).contains(FileStamp.seeByJava(path));
        }
        assertThat(LinuxLook.at(file).orElseThrow().kind()).isEqualTo(FileStamp.Kind.FILE);
        assertThat(LinuxLook.at(link).orElseThrow().kind()).isEqualTo(FileStamp.Kind.LINK);
        assertThat(LinuxLook.at(Path.of("/dev/null")).orElseThrow().kind()).isEqualTo(FileStamp.Kind.OTHER);
    }

    @Test
    void seesTimesBefore1970AsJavaDoes() throws IOException {
        Path file = Files.createFile(directory.resolve("old"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1960-08-05T10:00:00.000000001Z")));

        assertThat(LinuxLook.at(file)).contains(FileStamp.seeByJava(file));
    }

    @Test
    void leavesItToJavaToSayWhyNothingCanBeSeen() {
        Path missing = directory.resolve("missing");

        assertThat(LinuxLook.at(missing)).isEmpty();
        assertThatThrownBy(() -> FileStamp.of(missing)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void leavesPathsThatAreNotFromTheRootToJava() {
        assertThat(LinuxLook.at(Path.of("pom.xml"))).isEmpty();
    }
}
