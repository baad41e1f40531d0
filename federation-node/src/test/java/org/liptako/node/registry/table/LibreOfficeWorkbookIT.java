package org.liptako.node.registry.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook that LibreOffice made of a CSV file, with French settings. */
class LibreOfficeWorkbookIT {
    private static final String MISSING =
            "soffice is not on the PATH, so no spreadsheet makes a workbook here; to have it: apt-get install libreoffice-calc-nogui";
    /** Semicolon, quotation mark, UTF-8, from the first line, French; what looks like a number or a day is one. */
    private static final String FRENCH = "CSV:59,34,76,1,,1036,false,true";

    @TempDir
    private Path directory;

    @Test
    void whatLooksLikeANumberOrADayInFrenchIsReadAsOne() throws Exception {
        Path csv = Files.writeString(directory.resolve("copies.csv"), """
                Jeu;Lieu;Depuis le;Taille (Go);Calcul;Remarque
                ML-DS-001;XX-EU-1;01/05/2021;"1234,5";=1+1;"Été ; « à »"
                ML-DS-002;XX-EU-1;31/12/2019;12;VRAI;
                """);

        List<TableRow> rows = TableFile.read(converted(csv)).tables().getFirst().rows();

        assertThat(texts(rows.get(1)))
                .containsExactly("ML-DS-001", "XX-EU-1", "2021-05-01", "1234.5", "2", "Été ; « à »");
        assertThat(texts(rows.get(2))).containsExactly("ML-DS-002", "XX-EU-1", "2019-12-31", "12", "true");
    }

    private byte[] converted(Path csv) throws Exception {
        Process office = new ProcessBuilder(
                        soffice().toString(),
                        "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                        "--headless",
                        "--infilter=" + FRENCH,
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        directory.toString(),
                        csv.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(directory.resolve("office.log"))).contains("copies.xlsx");
        return Files.readAllBytes(directory.resolve("copies.xlsx"));
    }

    private static List<String> texts(TableRow row) {
        return row.cells().stream().map(TableCell::text).toList();
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
