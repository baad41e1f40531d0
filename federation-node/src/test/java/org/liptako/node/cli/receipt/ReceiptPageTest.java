package org.liptako.node.cli.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.liptako.node.cli.paper.PdfFile;
import org.liptako.node.cli.paper.PrintedCode;
import org.liptako.node.cli.paper.PrintedText;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.receipt.ReceiptAccount;
import org.liptako.pki.receipt.ReceiptCheck;
import org.liptako.pki.receipt.ReceiptKind;
import org.liptako.pki.receipt.Words;

class ReceiptPageTest {
    private static final Digest DIGEST = Digest.over("the file".getBytes(StandardCharsets.UTF_8));
    private static final Digest ROOT = Digest.over("the root".getBytes(StandardCharsets.UTF_8));
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Words SEALED = new Words(
            "Elle dit, le 2026-11-19T08:00:00Z : la copie de ML-DS-008 est scellée à BF-OUA-1 (« Ouagadougou »).",
            "It says, at 2026-11-19T08:00:00Z: the copy of ML-DS-008 is sealed at BF-OUA-1.");
    private static final Words WORD = new Words(
            "Que les octets sont bien à cet endroit est la parole du nœud qui a scellé la copie.",
            "That the bytes really lie there is the word of the node that sealed the copy.");

    @Test
    void setsWhatIsProvedApartFromWhatIsOnlyStatedInBothLanguages() throws IOException {
        byte[] pdf = pdf(proved(List.of(SEALED), List.of(WORD)), "copie.json");

        String text = PrintedText.of(pdf);
        assertThat(text)
                .containsSubsequence(
                        "Reçu d’une copie / Receipt for a copy",
                        "Vérifié : tout ce que ce reçu dit prouver est prouvé.",
                        "2026-11-23 12:00:00 UTC",
                        "Prouvé Proved",
                        "la copie de",
                        "Seulement déclaré Only stated",
                        "parole du nœud",
                        "sha256sum copie.json",
                        "liptako verify copie.json --root aes-root.pem")
                .contains("(« Ouagadougou »)", "the word of the")
                .doesNotContain("#", "\uFFFD");
    }

    @Test
    void bearsTheDigestOfTheFileAndOfTheRootOnEveryPage() throws IOException {
        byte[] pdf = pdf(proved(Collections.nCopies(60, SEALED), List.of(WORD)), "copie.json");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document))
                        .contains("SHA-256 " + DIGEST.hex(), "page " + page + " / " + document.getNumberOfPages());
            }
        }
        assertThat(PrintedText.of(pdf).replace(" ", "")).contains(ROOT.hex());
    }

    @Test
    void aCameraReadsTheDigestFromThePageAsItIsPrinted() throws Exception {
        byte[] proved = pdf(proved(List.of(SEALED), List.of(WORD)), "copie.json");
        byte[] refused = pdf(new ReceiptCheck.Refused("kind", WORD), "copie.json");

        for (byte[] pdf : List.of(proved, refused)) {
            for (int dotsPerInch : new int[] {110, 200}) {
                assertThat(PrintedCode.on(pdf, dotsPerInch)).isEqualTo("sha256:" + DIGEST.hex());
            }
        }
    }

    @Test
    void anOrdinaryReceiptFitsOnOnePage() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(pdf(proved(Collections.nCopies(7, SEALED), Collections.nCopies(6, WORD)), "r.json"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedReceiptSaysSoInLargeLettersAndTellsNothingOfWhatItHolds() throws IOException {
        Words reason = new Words("Ce champ a été modifié.", "This field was altered.");
        byte[] pdf = pdf(new ReceiptCheck.Refused("entries[0].payload", reason), "copie.json");

        assertThat(PrintedText.of(pdf))
                .contains(
                        "REFUSÉ : CE FICHIER NE PROUVE RIEN.",
                        "REFUSED: THIS FILE PROVES NOTHING.",
                        "entries[0].payload",
                        "Ce champ a été modifié. / This field was altered.")
                .doesNotContain("Prouvé", "Vérifié");
        assertThat(PrintedText.heightOf(pdf, "REFUSÉ")).isGreaterThan(20);
    }

    @Test
    void whateverNamesAreInAReceiptNothingLeavesThePaper() throws IOException {
        Words long1 = new Words("x".repeat(400), "W".repeat(400));
        Words long2 = new Words("Déclaré par <b>&" + "é".repeat(300) + "\u202e", "a/".repeat(150));
        byte[] pdf = pdf(proved(List.of(long1), List.of(long2)), "m".repeat(200) + ".json");

        assertThat(PrintedText.rightMost(pdf)).isLessThan(PrintedText.A4_WIDTH - PrintedText.MARGIN);
        assertThat(PrintedText.of(pdf)).contains("<b>&é").doesNotContain("\u202e");
    }

    private static ReceiptCheck proved(List<Words> proved, List<Words> stated) {
        return new ReceiptCheck.Proved(new ReceiptAccount(ReceiptKind.COPY, NOON, proved, stated, DIGEST));
    }

    private static byte[] pdf(ReceiptCheck check, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfFile.write(ReceiptPage.of(check, new CheckedFile(name, DIGEST, NOON, List.of(ROOT))), out);
        return out.toByteArray();
    }
}
