package org.liptako.node.registry.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

class XlsxBookTest {
    @Test
    void readsTextsNumbersTruthsAndDaysAsTheCatalogueHasThem() {
        TrialWorkbook book = new TrialWorkbook()
                .shared("<si><t>Santé</t></si><si><r><t>deux </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si>")
                .sheet(
                        "Jeux",
                        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"D3\"><v>0.30000000000000004</v></c>"
                                + "<c t=\"b\"><v>1</v></c><c s=\"1\"><v>46082</v></c><c s=\"3\"><v>46082.354166666664</v></c>"
                                + "<c s=\"2\"><v>1.5E3</v></c><c t=\"inlineStr\"><is><t>a_x000A_b</t></is></c></row>");

        List<TableRow> rows = TableFile.read(book.bytes()).tables().getFirst().rows();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.cells()).extracting(TableCell::column).containsExactly(1, 2, 4, 5, 6, 7, 8, 9);
            assertThat(row.cells())
                    .extracting(TableCell::text)
                    .containsExactly(
                            "Santé", "deux runs", "0.3", "true", "2026-03-01", "2026-03-01T08:30", "1500", "a\nb");
        });
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        byte[] file = new TrialWorkbook()
                .from1904()
                .sheet("a", "<row><c s=\"1\"><v>44620</v></c></row>")
                .bytes();

        assertThat(texts(file)).containsExactly("2026-03-01");
    }

    @Test
    void readsTheValueThatAFormulaHadLastAndSaysWhich() {
        TableFile file = TableFile.read(new TrialWorkbook()
                .sheet(
                        "Jeux",
                        "<row><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>[1]Feuil1!A1</f><v>loin</v></c></row>")
                .bytes());

        assertThat(file.tables().getFirst().rows().getFirst().cells())
                .extracting(TableCell::text)
                .containsExactly("2", "loin");
        assertThat(file.remarks())
                .extracting(Sentence::fr)
                .containsExactly(
                        "Feuille « Jeux » : 2 cases portent une formule (A1, B1) ; la valeur calculée en dernier a été lue.",
                        "Feuille « Jeux » : 1 formule lit un autre classeur (B1) ; il n'a pas été ouvert, la valeur gardée dans celui-ci a été lue.");
    }

    @Test
    void notesCellsThatHoldNothingThatCanBeTaken() {
        byte[] file = new TrialWorkbook()
                .sheet(
                        "a",
                        "<row><c><f>A2</f></c><c t=\"e\"><v>#REF!</v></c><c><v>1E400</v></c><c s=\"1\"><v>-5</v></c></row>")
                .bytes();

        assertThat(TableFile.read(file).tables().getFirst().rows().getFirst().cells())
                .extracting(TableCell::fault)
                .containsExactly(
                        CellFault.NOT_COMPUTED,
                        CellFault.ERROR_VALUE,
                        CellFault.NOT_A_NUMBER_OF_ANYTHING,
                        CellFault.NOT_A_NUMBER_OF_ANYTHING);
    }

    @Test
    void leavesHiddenSheetsReadsHiddenRowsAndSaysBoth() {
        TableFile file = TableFile.read(new TrialWorkbook()
                .sheet("Brouillon", "hidden", "<row>" + TrialWorkbook.text("x") + "</row>")
                .sheet("Jeux", "<row hidden=\"1\">" + TrialWorkbook.text("y") + "</row>")
                .bytes());

        assertThat(file.tables()).extracting(Table::name).containsExactly("Jeux");
        assertThat(file.remarks().toString())
                .contains("« Brouillon » est masquée")
                .contains("1 ligne masquée ou filtrée lue aussi");
    }

    @Test
    void unfoldsNoMoreThanItsLimit() {
        byte[] bomb = new TrialWorkbook()
                .part("xl/media/image.bin", new byte[Math.toIntExact(XlsxParts.MOST_BYTES)])
                .sheet("a", "<row/>")
                .bytes();

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> TableFile.read(bomb)).hasMessageContaining("dépasse 48 Mio");
    }

    @Test
    void refusesADocumentTypeSoThatNothingIsFetchedOrMultiplied() {
        byte[] multiplied = new TrialWorkbook()
                .shared("")
                .part("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a \"aaaa\">]><sst><si><t>&a;</t></si></sst>")
                .sheet("a", "<row><c t=\"s\"><v>0</v></c></row>")
                .bytes();

        assertThatThrownBy(() -> TableFile.read(multiplied))
                .hasMessageContaining("n'est pas un classeur .xlsx lisible");
    }

    @Test
    void refusesMacrosOldWorkbooksAndOtherFormatsEachWithTheMend() {
        byte[] macros = new TrialWorkbook().part("xl/vbaProject.bin", "x").bytes();
        byte[] open = new TrialWorkbook().part("mimetype", "x").bytes();
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};

        assertThatThrownBy(() -> TableFile.read(macros)).hasMessageContaining("contient des macros");
        assertThatThrownBy(() -> TableFile.read(open)).hasMessageContaining("d'une autre forme");
        assertThatThrownBy(() -> TableFile.read(old)).hasMessageContaining("sans mot de passe");
    }

    @Test
    void refusesMoreRowsThanItsLimitOverAllSheets() {
        String rows = ("<row>" + TrialWorkbook.text("x") + "</row>").repeat(TableFile.MOST_ROWS / 2 + 1);
        byte[] file = new TrialWorkbook().sheet("a", rows).sheet("b", rows).bytes();

        assertThatThrownBy(() -> TableFile.read(file)).hasMessageContaining("plus de 10000 lignes");
    }

    @Test
    void failsInNoOtherWayWhateverIsChangedInAFile() {
        byte[] file = new TrialWorkbook()
                .shared("<si><t>Santé</t></si>")
                .sheet("a", "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>46082</v></c></row>")
                .bytes();
        Random random = new Random(133);
        for (int round = 0; round < 3000; round++) {
            byte[] changed = Arrays.copyOf(file, round % 10 == 0 ? random.nextInt(file.length) : file.length);
            for (int i = 0; i < 1 + round % 4 && changed.length > 0; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                TableFile.read(changed);
            } catch (Failure refused) {
                assertThat(refused.sentence().fr()).isNotBlank();
            }
        }
    }

    private static List<String> texts(byte[] file) {
        return TableFile.read(file).tables().getFirst().rows().getFirst().cells().stream()
                .map(TableCell::text)
                .toList();
    }
}
