package org.liptako.node.exchange.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
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
    })
    void refusesPathsThatWouldFallTogether(String one, String other) {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> list(one, other));
    }

    @Test
    void takesPathsThatShareDirectories() {
        assertThat(list("a/b", "a/c/d", "a/c/e", "b").bytes()).isEqualTo(4);
    }

    private static FileList list(String... paths) {
        return new FileList(Arrays.stream(paths)
                .map(path -> new ManifestFile(new ManifestPath(path), 1, 0644))
                .toList());
    }
}
