package org.liptako.node.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.pki.evidence.Digest;

class ListingTest {
    private static final String ZEROS = "0".repeat(64);
    private static final String ONES = "1".repeat(64);

    @TempDir
    private Path directory;

    @Test
    void readsWhatSha256sumWrites() throws IOException {
        byte[] text =
                (ZEROS + "  ./registre.bin\n" + ONES + " *annexes/index é.bin\n\n").getBytes(StandardCharsets.UTF_8);
        Files.write(directory.resolve("list"), text);

        Listing listing = Listing.read(directory, "list");

        assertThat(listing.files())
                .containsOnlyKeys("registre.bin", "annexes/index é.bin")
                .containsEntry("registre.bin", Digest.ofHex(ZEROS));
        assertThat(listing.digest()).isEqualTo(Digest.over(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'abc  registre.bin', 'line 1'",
        "'%s  a\n%s  ./a', 'line 2: the file \"a\" is named twice'",
        "'', 'names no file'"
    })
    void saysWhichLineIsNone(String text, String told) throws IOException {
        Files.writeString(directory.resolve("list"), text.replace("%s", ZEROS));

        assertThatThrownBy(() -> Listing.read(directory, "list"))
                .hasMessageStartingWith("INVALID_REQUEST")
                .hasMessageContaining(told);
    }

    @Test
    void readsNothingOutsideThePublishingDirectory() throws IOException {
        Path inside = Files.createDirectories(directory.resolve("publish"));
        Files.writeString(directory.resolve("list"), ZEROS + "  a\n");
        Files.createSymbolicLink(inside.resolve("link"), directory.resolve("list"));

        for (String name : new String[] {
            "../list", "link", "none", directory.resolve("list").toString()
        }) {
            assertThatThrownBy(() -> Listing.read(inside, name)).hasMessageStartingWith("INVALID_REQUEST");
        }
    }

    @Test
    void refusesAListThatIsNotUtf8() throws IOException {
        Files.write(directory.resolve("list"), (ZEROS + "  \u00e9\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Listing.read(directory, "list")).hasMessageContaining("UTF-8");
    }
}
