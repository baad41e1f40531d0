package org.liptako.node.exchange.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.node.wire.Failure;

class FileListTest {
    @ParameterizedTest
    @CsvSource({
        "A, a",
        "DATA/x, data/y",
        "stra\u00dfe, strasse",
        "caf\u00e9, cafe\u0301",
        "a, a/b",
        "A, a/b",
        "b, a",
        "same, same",
        "a, a.",
        "a, 'a '",
        "d /x, d./y",
        "ab, a\u200cb",
        "\u212a, k",
        "\u00c9t\u00e9, e\u0301t\u00e9",
    })
    void refusesPathsThatWouldFallTogether(String one, String other) {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> list(one, other));
    }

    @Test
    void takesPathsThatShareDirectories() {
        assertThat(list("a/b", "a/c/d", "a/c/e", "b").files()).hasSize(4);
    }

    @Test
    void namesBothPathsThatWouldFallTogetherInBothLanguages() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> list("Café/x", "cafe\u0301/y"))
                .satisfies(failure -> {
                    assertThat(failure.sentence().fr()).contains("« Café »", "se confondraient");
                    assertThat(failure.sentence().en()).contains("\"Café\"", "fall together");
                });
    }

    @Test
    void refusesADirectoryThatIsSaidToBeEmptyAndIsNot() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new FileList(
                        List.of(new ManifestFile(new ManifestPath("a/b"), 1, 0644)),
                        List.of(),
                        List.of(new ManifestPath("a"))))
                .withMessageContaining("\"a\" is said to be empty");
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() ->
                        new FileList(List.of(), List.of(), List.of(new ManifestPath("a"), new ManifestPath("a/b"))))
                .withMessageContaining("said to be empty");
    }

    @Test
    void refusesAFileThatItsOwnerMayNotReadForNobodyCouldProveIt() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new ManifestFile(new ManifestPath("secret"), 1, 0040))
                .withMessageContaining("\"secret\" cannot be read by its owner");
    }

    private static FileList list(String... paths) {
        return new FileList(Arrays.stream(paths)
                .map(path -> new ManifestFile(new ManifestPath(path), 1, 0644))
                .toList());
    }
}
