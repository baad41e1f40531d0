package org.liptako.policy.rules;

import java.util.Locale;

/** What a file of a rules directory is, by its name alone. */
public enum FileKind {
    RULES,
    /** For {@code rules test}; not rules. */
    SCENARIOS,
    README,
    MISNAMED_SCENARIOS,
    FOREIGN;

    /** By the name's end. */
    public static FileKind of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.endsWith(".essais.yaml")) {
            return SCENARIOS;
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
