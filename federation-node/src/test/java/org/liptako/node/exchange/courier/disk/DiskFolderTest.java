package org.liptako.node.exchange.courier.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class DiskFolderTest {
    @TempDir
    private Path home;

    private Path allowed;

    @BeforeEach
    void make() throws IOException {
        allowed = Files.createDirectories(home.resolve("courier"));
        Files.createDirectories(allowed.resolve("usb/disk"));
        Files.createDirectories(home.resolve("elsewhere"));
        Files.createSymbolicLink(allowed.resolve("way-out"), home.resolve("elsewhere"));
        Files.createFile(allowed.resolve("file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "../elsewhere", "usb/../../elsewhere", "way-out", "file", "nothing", "/", "/etc", "a\0b"})
    void refusesWhatIsNoDirectoryBelowTheCourierDirectory(String directory) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> DiskFolder.below(allowed, directory))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(failure.sentence().en()).contains("liptako.exchange.courier-dir");
                });
    }

    @Test
    void takesADirectoryAtAnyDepthAndTheCourierDirectoryItself() {
        assertThat(DiskFolder.below(allowed, "usb/disk").directory()).endsWith(Path.of("usb/disk"));
        assertThat(DiskFolder.below(allowed, ".").directory()).endsWith(Path.of("courier"));
    }

    @Test
    void knowsTheFilesOfADiskInCapitalsOrNotAndWhatSystemsPutThere() throws IOException {
        Path disk = allowed.resolve("usb/disk");
        for (String name : new String[] {
            "c0000001.lip",
            "C0000002.LIP",
            "liptako.dsk",
            "LIPTAKO.TMP",
            "System Volume Information",
            ".Trash-1000",
            "C1.LIP",
            "photo.jpg",
            "C0000003.LIP.bak"
        }) {
            Files.createFile(disk.resolve(name));
        }
        DiskFolder.Content content = DiskFolder.below(allowed, "usb/disk").content();

        assertThat(content.containers()).hasSize(2);
        assertThat(content.containers()).extracting(DiskFolder::name).contains("C0000001.LIP", "C0000002.LIP");
        assertThat(content.label()).isPresent();
        assertThat(content.draft()).isPresent();
        assertThat(content.strangers())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("C0000003.LIP.bak", "C1.LIP", "photo.jpg");
    }

    @Test
    void opensNeitherALinkNorADirectoryNorWhatDoesNotBeginAsItShould() throws IOException {
        Path disk = allowed.resolve("usb/disk");
        Files.createSymbolicLink(disk.resolve("C0000001.LIP"), allowed.resolve("file"));
        Files.createDirectory(disk.resolve("C0000002.LIP"));
        Files.write(disk.resolve("C0000003.LIP"), new byte[SealedFormat.HEAD]);
        Files.write(disk.resolve("C0000004.LIP"), new byte[7]);
        for (int number = 1; number <= 4; number++) {
            Path file = disk.resolve(DiskNames.container(number));
            assertThatExceptionOfType(DamagedException.class).isThrownBy(() -> OpenedFile.open(file));
        }
    }
}
