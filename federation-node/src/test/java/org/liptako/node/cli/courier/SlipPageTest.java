package org.liptako.node.cli.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierFile;
import org.liptako.node.cli.paper.PdfFile;

class SlipPageTest {
    private static final CourierDisk DISK = CourierDisk.newBuilder()
            .setGrant("ML-0123456789abcdef0123456789abcdef")
            .setDataset("ML-DS-008")
            .setVersionRoot("ab".repeat(32))
            .setSourceSite("ML-BKO-1")
            .setTargetSite("BF-OUA-1")
            .setDisk(2)
            .setDisks(3)
            .setSeal("0123456789abcdef".repeat(4))
            .setBytes(1_200_000)
            .setWrittenAt("2026-11-22T10:00:00Z")
            .setJournalIndex(412)
            .addFiles(CourierFile.newBuilder()
                    .setName("C0000001.LIP")
                    .setBytes(1_100_000)
                    .setSha256("cd".repeat(32)))
            .build();

    @Test
    void saysWhatTheDiskIsAndHowToCheckItInBothLanguagesOnOnePage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfFile.write(SlipPage.of(DISK), out);

        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Bordereau de disque de transport",
                            "Courier disk slip",
                            "Disque 2 sur 3",
                            "Disk 2 of 3",
                            "ML-DS-008",
                            "ML-BKO-1",
                            "BF-OUA-1",
                            DISK.getGrant(),
                            "0123 4567 89ab cdef 0123",
                            "sha256sum LIPTAKO.DSK",
                            "C0000001.LIP",
                            "Remis par",
                            "Received by",
                            "412",
                            "2026-11-22 10:00 UTC",
                            "1 fichier / 1 file, 1200000 octets / 1200000 bytes")
                    .doesNotContain("#", "\uFFFD");
        }
    }

    @Test
    void aNoteOrNameThatLooksLikeMarkupStaysText() {
        assertThat(SlipPage.of(DISK.toBuilder().setDataset("<b>&\u202e").build()))
                .contains("&lt;b&gt;&amp;?")
                .doesNotContain("<b>");
    }

    @Test
    void aDiskOfManyFilesHasTheSealAlone() {
        CourierDisk.Builder disk = DISK.toBuilder();
        for (int file = 0; file < 1_000; file++) {
            disk.addFiles(DISK.getFiles(0));
        }
        assertThat(SlipPage.of(disk.build())).contains("1001 fichiers").doesNotContain("C0000001.LIP");
    }
}
