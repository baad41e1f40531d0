package org.liptako.node.registry.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.wire.Failure;

class CsvTextTest {
    @Test
    void keepsSeparatorsQuotationMarksAndLinesThatStandInQuotationMarks() {
        List<TableRow> rows = rows("jeu;nom\r\nML-DS-001;\"a;b \"\"c\"\"\nd\"\r\n\r\n;x\r\n");

        assertThat(rows).extracting(TableRow::line).containsExactly(1, 2, 4);
        assertThat(texts(rows.get(1))).containsExactly("ML-DS-001", "a;b \"c\"\nd");
        assertThat(rows.get(2).cells()).containsExactly(TableCell.of(2, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void takesTheSeparatorThatTheFirstLineHasMostOf(String separator) {
        assertThat(texts(rows(String.join(separator, "jeu", "lieu", "depuis le") + "\n1")
                        .getFirst()))
                .containsExactly("jeu", "lieu", "depuis le");
    }

    @Test
    void readsWhatAFrenchSpreadsheetSavesInWindows1252AndSaysSo() {
        TableFile file = TableFile.read("état;Œuvre\n".getBytes(Charset.forName("windows-1252")));

        assertThat(texts(file.tables().getFirst().rows().getFirst())).containsExactly("état", "Œuvre");
        assertThat(file.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.fr()).contains("Windows-1252"));
    }

    @Test
    void readsBackWhatOurOwnExportKeptFromBeingAFormula() {
        assertThat(texts(rows("\uFEFFa;'=1+1;'x").getFirst())).containsExactly("a", "=1+1", "'x");
    }

    @Test
    void saysWhereAQuotationMarkWasOpenedThatIsNeverClosed() {
        assertThatThrownBy(() -> rows("a;b\nc;\"d\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("ligne 2, colonne B");
    }

    @Test
    void refusesWhatIsNoTextAndWhatIsTooLong() {
        assertThatThrownBy(() -> rows("a\0b")).hasMessageContaining("ni un CSV ni un classeur");
        assertThatThrownBy(() -> rows("")).hasMessageContaining("aucune ligne");
        assertThatThrownBy(() -> rows("a\n".repeat(TableFile.MOST_ROWS + 1))).hasMessageContaining("plus de 10000");
        assertThatThrownBy(() -> rows("a;".repeat(TableFile.MOST_CELLS + 1))).hasMessageContaining("plus de 128");
        assertThat(rows("x".repeat(TableCell.LONGEST + 1)).getFirst().cells())
                .extracting(TableCell::fault)
                .containsExactly(CellFault.TOO_LONG);
    }

    private static List<TableRow> rows(String text) {
        return TableFile.read(text.getBytes(StandardCharsets.UTF_8))
                .tables()
                .getFirst()
                .rows();
    }

    private static List<String> texts(TableRow row) {
        return row.cells().stream().map(TableCell::text).toList();
    }
}
