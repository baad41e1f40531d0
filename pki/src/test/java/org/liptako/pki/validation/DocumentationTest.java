package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages on certificates list every reason for a refusal, in its own words. */
class DocumentationTest {
    private static final Path DOCS = Path.of("..", "docs");

    @ParameterizedTest
    @EnumSource(RejectionReason.class)
    void everyReasonIsExplainedInBothLanguages(RejectionReason reason) throws IOException {
        assertThat(Files.readString(DOCS.resolve("fr/pki.md")))
                .contains("| `" + reason + "` | " + reason.french() + " |");
        assertThat(Files.readString(DOCS.resolve("en/pki.md")))
                .contains("| `" + reason + "` | " + reason.english() + " |");
    }
}
