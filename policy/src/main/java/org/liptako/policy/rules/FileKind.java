package org.liptako.policy.rules;

import java.util.Locale;

/** What a file of a rules directory is, by its name alone. */
public enum FileKind {
    RULES,
    /** For {@code rules test}; not rules. */
    SCENARIOS,
    /** The vocabulary that the rules beside it are written in, where it is not the product's own. */
    VOCABULARY,
    README,
    MISNAMED_SCENARIOS,
    FOREIGN;

    /** What a published vocabulary is called. */
    public static final String VOCABULARY_FILE = "vocabulaire.yaml";

    /** By the name's end. */
    public static FileKind of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.endsWith(".essais.yaml")) {
            return SCENARIOS;
        }
        if (name.equals(VOCABULARY_FILE)) {
            return VOCABULARY;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".essais.yml") || lower.endsWith(".essais.yaml")) {
            return MISNAMED_SCENARIOS;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return RULES;
        }
        return lower.equals("readme") || lower.startsWith("readme.") ? README : FOREIGN;
    }
}
