package org.liptako.pki.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.CertificateFiles;

class VerifyProgramTest {
    private static final TrialReceipts RECEIPTS = new TrialReceipts();

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aGoodReceiptIsToldInBothLanguagesAndAsJson() throws IOException {
        Path receipt = receipt(RECEIPTS.of(ReceiptKind.COPY).toBytes());

        assertThat(run(receipt.toString(), "--root", root())).isZero();
        assertThat(said(out)).contains("PROUVÉ\nPROVED\n", "SEULEMENT DÉCLARÉ\nONLY STATED\n", "BF-OUA-1");
        out.reset();
        assertThat(run("--json", "--root", root(), receipt.toString())).isZero();
        assertThat(said(out))
                .startsWith("{\"verdict\":\"PROVED\",\"kind\":\"COPY\"")
                .endsWith("}\n");
    }

    @Test
    void anAlteredReceiptIsRefusedByItsField() throws IOException {
        String whole = new String(RECEIPTS.of(ReceiptKind.REFUSAL).toBytes(), StandardCharsets.UTF_8);
        Path receipt = receipt(whole.replace("DENIED", "DEMIED").getBytes(StandardCharsets.UTF_8));

        assertThat(run(receipt.toString(), "--root", root())).isEqualTo(1);
        assertThat(said(out)).contains("REFUSÉ. Champ entries[0].payload", "REFUSED. Field entries[0].payload");
        out.reset();
        assertThat(run(receipt.toString(), "--root", root(), "--json")).isEqualTo(1);
        assertThat(said(out)).startsWith("{\"verdict\":\"REFUSED\",\"field\":\"entries[0].payload\"");
    }

    @Test
    void whatATerminalWouldObeyIsNotPrinted() throws IOException {
        String whole = new String(RECEIPTS.of(ReceiptKind.REFUSAL).toBytes(), StandardCharsets.UTF_8);
        String hostile = whole.replaceFirst("\"madeAt\"", "\"\u009b2J\u2028\": null,\n  \"madeAt\"");
        Path refused = receipt(hostile.getBytes(StandardCharsets.UTF_8));

        assertThat(run(refused.toString(), "--root", root())).isEqualTo(1);
        assertThat(said(out)).contains("REFUSÉ. Champ ?2J? : ", "REFUSED. Field ?2J?: ");
        out.reset();
        assertThat(run(refused.toString(), "--root", root(), "--json")).isEqualTo(1);
        assertThat(said(out)).contains("\"field\":\"?2J?\"");

        Path none = receipt("{\n  \"\u001b[2J\": x\n}".getBytes(StandardCharsets.UTF_8));
        assertThat(run(none.toString(), "--root", root())).isEqualTo(2);
        assertThat(said(err)).startsWith("?[2J : ").contains(" / ?[2J: ");
    }

    @Test
    void wrongUsageAndFilesThatAreNoReceiptsEndInOneLine() throws IOException {
        Path none = receipt("{}".getBytes(StandardCharsets.UTF_8));
        for (List<String> words : List.of(
                List.<String>of(),
                List.of(none.toString()),
                List.of(none.toString(), "--root"),
                List.of(none.toString(), "--root", "nowhere.pem"),
                List.of("nowhere.json", "--root", root()),
                List.of(none.toString(), none.toString(), "--root", root()),
                List.of(none.toString(), "--root", root(), "--zone", "X"),
                List.of(none.toString(), "--root", root(), "--more", "x"),
                List.of(none.toString(), "--root", root()))) {
            err.reset();
            assertThat(run(words.toArray(String[]::new))).as(words.toString()).isEqualTo(2);
            assertThat(said(err).lines()).as(words.toString()).hasSize(1);
        }
        assertThat(said(out)).isEmpty();
    }

    private int run(String... words) {
        return VerifyProgram.run(
                Stream.of(words).toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path receipt(byte[] file) throws IOException {
        return Files.write(directory.resolve("receipt.json"), file);
    }

    private String root() {
        Path root = directory.resolve("root.pem");
        CertificateFiles.write(root, RECEIPTS.alliance().roots());
        return root.toString();
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
