package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liptako.pki.quorum.SignatureFault;

/** The pages on certificates list every refusal of a signature, a trust state and a list, in its own words. */
class DocumentationTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void everyRefusalIsExplainedInFrench() throws IOException {
        assertThat(Files.readString(DOCS.resolve("fr/pki.md")))
                .contains(rows(List.of(
                        Arrays.stream(SignatureFault.values()).map(fault -> row(fault, fault.french())),
                        Arrays.stream(TrustRefusal.values()).map(refusal -> row(refusal, refusal.french())),
                        Arrays.stream(ListRefusal.values()).map(refusal -> row(refusal, refusal.french())))));
    }

    @Test
    void everyRefusalIsExplainedInEnglish() throws IOException {
        assertThat(Files.readString(DOCS.resolve("en/pki.md")))
                .contains(rows(List.of(
                        Arrays.stream(SignatureFault.values()).map(fault -> row(fault, fault.english())),
                        Arrays.stream(TrustRefusal.values()).map(refusal -> row(refusal, refusal.english())),
                        Arrays.stream(ListRefusal.values()).map(refusal -> row(refusal, refusal.english())))));
    }

    private static String[] rows(List<Stream<String>> rows) {
        return rows.stream().flatMap(each -> each).toArray(String[]::new);
    }

    private static String row(Enum<?> reason, String sentence) {
        return "| `" + reason + "` | " + sentence + " |";
    }
}
