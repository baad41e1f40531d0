package org.liptako.node.exchange.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** The version has the files {@code file}, {@code d/file} and {@code d/e/deep}, and the empty directory {@code empty}. */
class LinkTrailTest {
    @ParameterizedTest
    @CsvSource({"file", "d", "d/", "./d/file", "d/e/../file", "d/../file", "empty", ".", "d//e/./deep"})
    void takesWhatEndsInsideTheVersion(String target) {
        assertThat(list(link("l", target)).entries()).isEqualTo(5);
    }

    @Test
    void takesALinkThroughAnotherOne() {
        assertThat(list(link("d/up", ".."), link("l", "d/up/file"), link("m", "l"))
                        .links())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/passwd, absolute",
        "'', absolute or empty",
        "../outside, leads out of the dataset",
        "d/../../outside, leads out of the dataset",
        "d/e/../../../d/file, leads out of the dataset",
        "nowhere, to no file or directory",
        "file/x, to no file or directory",
        "file/.., to no file or directory",
        "file/, to no file or directory",
        "D/file, to no file or directory",
        "l, in a circle",
        "l/x, in a circle",
        "d\\file, backslash",
        "nul, device",
    })
    void refusesWhatDoesNot(String target, String reason) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> list(link("l", target)))
                .withMessageContaining(reason)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MANIFEST_REFUSED));
    }

    @Test
    void refusesALinkThatLeadsOutThroughAnotherOneAndNamesItInBothLanguages() {
        // d/e/back stands for the top directory, so that one step up from there leaves the dataset.
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> list(link("d/e/back", "../.."), link("l", "d/e/back/../x")))
                .satisfies(failure -> {
                    assertThat(failure.sentence().fr()).contains("Le lien « l »", "sort du jeu de données");
                    assertThat(failure.sentence().en()).contains("The link \"l\"", "leads out of the dataset");
                });
    }

    @Test
    void refusesLinksThatLeadToEachOther() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> list(link("a", "b"), link("b", "c"), link("c", "a")))
                .withMessageContaining("in a circle");
    }

    @Test
    void refusesAChainOfLinksThatNoSystemFollows() {
        ManifestLink[] chain = new ManifestLink[60];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = link("l%02d".formatted(i), i == 0 ? "file" : "l%02d".formatted(i - 1));
        }
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> list(chain)).withMessageContaining("in a circle");
    }

    @Test
    void followsNoMoreNamesForAllLinksTogetherThanAVersionNeeds() {
        String around = "d/../".repeat(190) + "file";
        ManifestLink[] many = new ManifestLink[6_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = link("l%05d".formatted(i), around);
        }
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> list(many))
                .withMessageContaining("take too long to follow");
    }

    @Test
    void refusesAFileBehindALink() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> list(link("d/e", "..")))
                .withMessageContaining("both a file and a directory");
    }

    private static ManifestLink link(String path, String target) {
        return new ManifestLink(new ManifestPath(path), target);
    }

    private static FileList list(ManifestLink... links) {
        List<ManifestLink> sorted = new ArrayList<>(List.of(links));
        sorted.sort(Comparator.comparing(ManifestLink::path));
        List<ManifestFile> files = new ArrayList<>();
        for (String path : new String[] {"d/e/deep", "d/file", "file"}) {
            files.add(new ManifestFile(new ManifestPath(path), 1, 0644));
        }
        return new FileList(files, sorted, List.of(new ManifestPath("empty")));
    }
}
