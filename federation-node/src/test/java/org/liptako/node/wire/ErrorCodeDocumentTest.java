package org.liptako.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/reference/errors.md} to the list in the code; {@code -Dliptako.docs.write=true} writes it anew. */
class ErrorCodeDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "reference", "errors.md");

    @Test
    void listsEveryCodeAsTheCodeHasIt() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("liptako.docs.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT).hasContent(expected);
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Codes d'erreur / Error codes

                Un appel qui échoue porte le code dans le champ final `liptako-error`, et dans la description du statut gRPC : `CODE: phrase / sentence`.
                Un refus de la loi n'est pas un échec : c'est une décision, qui cite ses règles.

                A call that fails carries the code in the trailer `liptako-error`, and in the description of the gRPC status: `CODE: phrase / sentence`.
                A refusal of the law is not a failure: it is a decision, which cites its rules.

                | code | gRPC | français | English |
                |---|---|---|---|
                """);
        for (ErrorCode code : ErrorCode.values()) {
            Sentence meaning = code.meaning();
            text.append("| `%s` | `%s` | %s | %s |%n".formatted(code, code.status(), meaning.fr(), meaning.en()));
        }
        return text.toString();
    }
}
