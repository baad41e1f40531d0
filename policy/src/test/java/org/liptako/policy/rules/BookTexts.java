package org.liptako.policy.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text of small rule files. */
final class BookTexts {

    private BookTexts() {}

    static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(UTF_8));
    }

    static String empty(String jurisdiction) {
        return "recueil: %s\nregles: []\n".formatted(jurisdiction.toUpperCase(Locale.ROOT));
    }

    /** A file of one rule BF-1 with these lines after the ones that every rule needs. */
    static String withRule(String... lines) {
        return """
                recueil: BF
                regles:
                  - id: BF-1
                    titre: {fr: "Titre", en: "Title"}
                    texte: {fr: "Texte", en: "Text"}
                    base_legale: [{instrument: "Loi", article: "1", statut: exemple}]
                """
                + String.join(
                        "",
                        List.of(lines).stream()
                                .map(line -> "    " + line + "\n")
                                .toList());
    }

    /** A whole rules directory with this text as the file of Burkina Faso. */
    static List<SourceFile> directory(String bf) {
        List<SourceFile> files = new ArrayList<>();
        List.of("ml", "ne", "aes").forEach(code -> files.add(file(code + ".yaml", empty(code))));
        files.add(file("bf.yaml", bf));
        return files;
    }
}
