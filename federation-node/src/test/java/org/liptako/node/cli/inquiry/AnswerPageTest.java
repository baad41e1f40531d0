package org.liptako.node.cli.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.Sentence;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.inquiry.v1.Cell;
import org.liptako.inquiry.v1.Column;
import org.liptako.inquiry.v1.Row;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.paper.PdfFile;
import org.liptako.node.cli.paper.PrintedText;
import org.liptako.registry.v1.Coverage;

class AnswerPageTest {
    private static final String GRANT = "ML-0123456789abcdef0123456789abcdef";

    @Test
    void saysWhatIsAskedWhatItIsTrueOfAndWhoCouldBeAskedInTheReadersLanguage() throws IOException {
        AskResponse answer = answer(3, "en clair : « vu »").build();

        assertThat(text(answer, Language.FRENCH))
                .containsSubsequence(
                        "Qu’est-ce qui du Mali est à l’étranger ?",
                        "Vrai le 20/11/2026 00:00:00, tel que connu le 23/11/2026 08:00:00",
                        "Qui a pu être interrogé",
                        "ML : répond",
                        "NE : connu jusqu’au 21 novembre",
                        "3 lignes.",
                        "jeu",
                        "ML-DS-000",
                        "En clair",
                        "BF/41, en clair : en clair : « vu »")
                .contains("dit par", "Réponse non signée", "page 1 / 1")
                .doesNotContain("#", "\uFFFD", "statut");
        assertThat(text(answer, Language.ENGLISH))
                .contains("What of Mali lies abroad?", "True of 2026-11-20", "3 rows.", "said by", "Not signed");
    }

    @Test
    void aLongAnswerHasItsHeadAndItsNumberOnEveryPage() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(answer(120, "").build(), Language.FRENCH))) {
            PDFTextStripper text = new PDFTextStripper();
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document))
                        .contains("dit par", "page " + page + " / " + document.getNumberOfPages());
            }
        }
    }

    @Test
    void anAnswerThatGoesOnSaysSoAndOneWithoutRowsSaysNothing() throws IOException {
        AskResponse more = answer(2, "").setNextPageToken("x").build();
        AskResponse none = answer(0, "").build();

        assertThat(text(more, Language.FRENCH)).contains("Ici 2 lignes ; il y en a d’autres", "--csv");
        assertThat(text(answer(1, "").build(), Language.FRENCH)).contains("1 ligne.");
        assertThat(text(answer(1, "").build(), Language.ENGLISH)).contains("1 row.");
        assertThat(text(none, Language.FRENCH)).contains("Rien.").doesNotContain("0 ligne");
    }

    @Test
    void whateverNamesAreInAnAnswerNothingLeavesThePaper() throws IOException {
        byte[] pdf = pdf(answer(1, "<b>&" + "w".repeat(3_000)).build(), Language.FRENCH);

        assertThat(PrintedText.rightMost(pdf)).isLessThan(PrintedText.A4_HEIGHT - 36);
        assertThat(AnswerPage.of(answer(1, "<b>&").build(), Language.FRENCH)).doesNotContain("<b>");
    }

    private static AskResponse.Builder answer(int rows, String words) {
        AskResponse.Builder answer = AskResponse.newBuilder()
                .setAsked(said("Qu'est-ce qui du Mali est à l'étranger ?", "What of Mali lies abroad?"))
                .setHeldAt("2026-11-20T00:00:00Z")
                .setKnownAt("2026-11-23T08:00:00.123Z")
                .addColumns(column("TEXT", "jeu", "dataset"))
                .addColumns(column("TEXT", "accord", "grant"))
                .addColumns(column("CODE", "statut", "status"))
                .addColumns(column("LONG", "en clair", "in words"))
                .addCoverage(
                        Coverage.newBuilder().setState("ML").setCurrent(true).setWords(said("répond", "answers")))
                .addCoverage(Coverage.newBuilder()
                        .setState("NE")
                        .setWords(said("connu jusqu'au 21 novembre", "known up to 21 November")));
        for (int i = 0; i < rows; i++) {
            answer.addRows(Row.newBuilder()
                    .addAllCells(List.of(
                            cell("ML-DS-%03d".formatted(i)),
                            cell(GRANT),
                            cell(""),
                            Cell.newBuilder().setWords(said(words, words)).build()))
                    .setSaidBy("BF")
                    .setJournalIndex(41 + i)
                    .setHeldFrom("2026-11-19T08:00:00Z")
                    .setKnownFrom("2026-11-19T08:00:05Z"));
        }
        return answer;
    }

    private static Cell cell(String value) {
        return Cell.newBuilder().setValue(value).build();
    }

    private static Column column(String type, String fr, String en) {
        return Column.newBuilder().setType(type).setHeading(said(fr, en)).build();
    }

    private static Sentence said(String fr, String en) {
        return Sentence.newBuilder().setFr(fr).setEn(en).build();
    }

    private static byte[] pdf(AskResponse answer, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfFile.write(AnswerPage.of(answer, language), out);
        return out.toByteArray();
    }

    private static String text(AskResponse answer, Language language) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(answer, language))) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\h]+", " ");
        }
    }
}
