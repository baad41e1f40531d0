package org.liptako.node.cli.receipt;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No page is printed over the receipt that it is about, however its file is written. */
class PageFileTest {
    @TempDir
    private Path directory;

    @Test
    void refusesTheReceiptsOwnFileBeforeItIsThere() throws IOException {
        Path linked = Files.createSymbolicLink(directory.resolve("linked"), directory);

        refused(directory.resolve("r.json"), directory.resolve("r.json"));
        refused(directory.resolve("other/../r.json"), directory.resolve("r.json"));
        refused(linked.resolve("r.json"), directory.resolve("r.json"));
    }

    @Test
    void refusesAnotherNameOfTheSameFile() throws IOException {
        Path receipt = Files.writeString(directory.resolve("r.json"), "{}");
        Path hard = Files.createLink(directory.resolve("r.pdf"), receipt);
        Path soft = Files.createSymbolicLink(directory.resolve("s.pdf"), receipt);

        refused(hard, receipt);
        refused(soft, receipt);
    }

    @Test
    void takesAnyOtherFile() throws IOException {
        Path receipt = Files.writeString(directory.resolve("r.json"), "{}");
        Path page = Files.writeString(directory.resolve("old.pdf"), "");

        for (Path other : new Path[] {page, directory.resolve("new.pdf"), directory.resolve("nowhere/new.pdf")}) {
            assertThatCode(() -> PageFile.mustBeAnother(other, receipt)).doesNotThrowAnyException();
        }
    }

    private static void refused(Path page, Path receipt) {
        assertThatThrownBy(() -> PageFile.mustBeAnother(page, receipt))
                .hasMessageContaining("the file of the receipt itself");
    }
}
