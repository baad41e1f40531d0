package org.liptako.policy.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import org.liptako.policy.vocabulary.Bilingual;

/** What people save in the place of a text file, known by its first bytes. */
enum OtherFormat {
    PDF("%PDF-", "un PDF", "a PDF"),
    PACKAGE(
            "PK\u0003\u0004",
            "un document de traitement de texte ou une archive (docx, odt, zip)",
            "a word processor's document or an archive (docx, odt, zip)"),
    COMPOUND("\u00D0\u00CF\u0011\u00E0", "un ancien document Word ou Excel", "an old Word or Excel document"),
    RICH_TEXT("{\\rtf", "un document RTF", "an RTF document");

    private static final int LONGEST = 5;

    private final String start;
    private final String fr;
    private final String en;

    OtherFormat(String start, String fr, String en) {
        this.start = start;
        this.fr = fr;
        this.en = en;
    }

    /** The format's name; empty for what may be text. */
    static Optional<Bilingual> of(byte[] bytes) {
        String begins = new String(bytes, 0, Math.min(LONGEST, bytes.length), ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> begins.startsWith(format.start))
                .map(format -> new Bilingual(format.fr, format.en))
                .findFirst();
    }
}
