package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesPrintTest {
    private static final String SAMPLES = "src/main/samples/rules";

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void printsAPdfWithTheDigestOnEveryPageAndEveryLetterInItsFonts() throws IOException {
        Path file = directory.resolve("regles.pdf");

        assertThat(print(file, "--on", "1er décembre 2026", "--jurisdiction", "BF"))
                .isEqualTo(ExitCode.DONE);

        try (var pdf = Loader.loadPDF(file.toFile())) {
            var text = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(pdf))
                        .containsPattern("SHA-256 [0-9a-f]{64}")
                        .contains("page " + page + " / " + pdf.getNumberOfPages())
                        .doesNotContain("#", "\uFFFD");
            }
            text.setStartPage(1);
            text.setEndPage(pdf.getNumberOfPages());
            assertThat(text.getText(pdf)).contains("Article BF-SANTE-1. Données de santé hébergées au Burkina Faso");
        }
    }

    @Test
    void printsHtmlInEnglish() throws IOException {
        Path file = directory.resolve("rules.html");

        assertThat(print(file, "--on", "1 December 2026", "--language", "en")).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(file)).contains("Decision tables as of 1 December 2026.", "lang=\"en\"");
    }

    @Test
    void refusesADayThatIsNoneAndANameThatSaysNoFormat() {
        assertThat(print(directory.resolve("a.pdf"), "--on", "demain")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(print(directory.resolve("a.docx"), "--on", "2026-12-01")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--on", "--out").hasLineCount(2);
    }

    private int print(Path file, String... more) {
        String[] arguments = new String[6 + more.length];
        String[] command = {"rules", "print", "--rules", SAMPLES, "--out", file.toString()};
        System.arraycopy(command, 0, arguments, 0, command.length);
        System.arraycopy(more, 0, arguments, command.length, more.length);
        return Liptako.run(new PrintWriter(err, true), new PrintWriter(err, true), arguments);
    }
}
