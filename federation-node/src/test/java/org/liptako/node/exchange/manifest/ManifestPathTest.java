package org.liptako.node.exchange.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class ManifestPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "..",
                "../up",
                "a/../../up",
                "a/./b",
                "a//b",
                "a/",
                ".",
                "a\u0000b",
                "line\nbreak",
                "a\\..\\b",
                "\ud800 alone",
                "delete\u007f",
                "c1\u009b2J",
                "gpj.\u202ecod.exe",
                "isolate\u2066",
                "line\u2028break",
                "C:/Windows/system32",
                "c:autoexec.bat",
                "CON",
                "a/nul",
                "Aux.txt",
                "com1.tar.gz",
                "LPT\u00b2",
                "conout$",
                "prn .csv",
                ".. /up",
                "...",
                "a/. ./b",
                " "
            })
    void refusesWhatCouldLeadElsewhere(String hostile) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new ManifestPath(hostile))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MANIFEST_REFUSED));
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> new ManifestPath("é".repeat(128)));
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> new ManifestPath("a/".repeat(64) + "a"));
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> new ManifestPath("abcdefghi/".repeat(400) + "a"));
    }

    @Test
    void quotesAHostilePathShortAndWithoutWhatATerminalWouldObey() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> new ManifestPath("/\u001b[2J\u009b\u202e" + "x".repeat(4_000)))
                .satisfies(failure ->
                        assertThat(failure.sentence().en()).hasSizeLessThan(300).doesNotContainPattern("\\p{C}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "données/2026/recensement.csv",
                "a...",
                "a b",
                "-rf",
                "console",
                "com10",
                "12:30.csv",
                "données\u00a0.csv",
                ".hidden",
                "données/ⵜⵉⴼⵉⵏⴰⵖ"
            })
    void takesOrdinaryNamesInAnyScript(String path) {
        Path directory = Path.of("/srv/data");
        assertThat(new ManifestPath(path).below(directory)).startsWithRaw(directory);
        assertThat(ManifestPath.readable(path)).isEqualTo(path);
    }

    @Test
    void ordersByTheBytesOfTheName() {
        assertThat(new ManifestPath("Z")).isLessThan(new ManifestPath("a"));
        assertThat(new ManifestPath("z")).isLessThan(new ManifestPath("é"));
        assertThat(new ManifestPath("a-b")).isLessThan(new ManifestPath("a/b"));
        assertThat(new ManifestPath("\ufb00")).isLessThan(new ManifestPath("\ud83d\ude00"));
        assertThat(new ManifestPath("a"))
                .isLessThan(new ManifestPath("a/b"))
                .isEqualByComparingTo(new ManifestPath("a"));
    }

    @Test
    void refusesANameThatIsNotUtf8OnTheDisk() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> ManifestPath.readable("donn\ufffdes"))
                .withMessageContaining("not UTF-8");
    }
}
