package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.registry.Source;
import org.liptako.pki.name.State;

/** A CSV file, opened by LibreOffice with French settings. */
class SpreadsheetIT {
    private static final String MISSING =
            "soffice is not on the PATH, so no spreadsheet opens an export here; to have it: apt-get install libreoffice-calc-nogui";
    /** Semicolon, quotation mark, UTF-8, from the first line, French; texts are not made numbers, what looks like a number is one. */
    private static final String FRENCH = "CSV:59,34,76,1,,1036,false,true";

    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void numbersAreNumbersAndWhatLooksLikeAFormulaIsText() throws Exception {
        Row row = new Row.Draft()
                .put(Column.DATASET, Cell.of("=1+1"))
                .put(Column.SITE, Cell.of("Été ; « à »"))
                .put(Column.SIZE_GB, Cell.of("1234.5"))
                .from(new Source(State.BF, 7, NOW, NOW));
        Answer answer = new Answer(
                new Asked(Question.COPIES, Map.of(Blank.DATASET, "ML-DS-008"), NOW),
                new Page(List.of(row), Cursor.START),
                List.of(),
                Optional.empty());

        String sheet = opened(new CsvFile(true).page(answer));

        assertThat(sheet).contains("office:value-type=\"float\" office:value=\"1234.5\"");
        assertThat(sheet).contains("office:value-type=\"float\" office:value=\"7\"");
        assertThat(sheet).contains("<text:p>taille (Go)</text:p>").contains("<text:p>Été ; « à »</text:p>");
        assertThat(sheet).doesNotContain("table:formula").contains("=1+1");
    }

    private String opened(String csv) throws Exception {
        Path file = Files.writeString(directory.resolve("export.csv"), csv);
        Process office = new ProcessBuilder(
                        soffice().toString(),
                        "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                        "--headless",
                        "--infilter=" + FRENCH,
                        "--convert-to",
                        "fods",
                        "--outdir",
                        directory.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(directory.resolve("office.log"))).contains("export.fods");
        return Files.readString(directory.resolve("export.fods"));
    }

    private static Path soffice() {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseGet(() -> "true".equals(System.getenv("CI")) ? fail(MISSING) : abort(MISSING));
    }
}
