package org.liptako.policy.vocabulary;

import static java.util.Objects.requireNonNull;

/** One text in French and in English, as every legal officer, operator or regulator may read it. */
public record Bilingual(String fr, String en) {

    public Bilingual {
        requireNonNull(fr, "fr is null");
        requireNonNull(en, "en is null");
    }
}
