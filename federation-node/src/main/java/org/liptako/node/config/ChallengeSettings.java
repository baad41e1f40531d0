package org.liptako.node.config;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what a configuration says of challenges. */
record ChallengeSettings(SettingsFile file) {
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Z_]{1,31}");
    private static final int MOST_DAYS = 366;

    ChallengeConfig challenges() {
        ChallengeConfig usual = ChallengeConfig.USUAL;
        ChallengeConfig.Terms terms = terms("liptako.possession.challenge-", usual.usual());
        Map<String, ChallengeConfig.Terms> classes = new HashMap<>();
        int count = file.items("liptako.possession.challenge-classes");
        for (int number = 0; number < count; number++) {
            String item = "liptako.possession.challenge-classes[" + number + "].";
            String name = file.required(item + "class", ChallengeSettings::classification);
            if (classes.put(name, terms(item, terms)) != null) {
                throw file.refused(
                        "la clé « " + item + "class » nomme une classe déjà nommée",
                        "the key " + item + "class names a class that is named before");
            }
        }
        return new ChallengeConfig(
                terms,
                file.orElse(
                        "liptako.possession.challenge-deadline", usual.deadline(), text -> SettingTypes.span(text, 1)),
                classes);
    }

    private ChallengeConfig.Terms terms(String prefix, ChallengeConfig.Terms usual) {
        return new ChallengeConfig.Terms(
                file.orElse(prefix + "every", usual.every(), text -> SettingTypes.span(text, MOST_DAYS)),
                file.orElse(
                        prefix + "samples",
                        usual.samples(),
                        text -> SettingTypes.number(text, 1, ChallengeConfig.MOST_SAMPLES)));
    }

    private static String classification(String text) {
        if (!CLASS.matcher(text).matches()) {
            throw new IllegalArgumentException("PUBLIC | INTERNAL | RESTRICTED | CONFIDENTIAL | SECRET | TOP_SECRET");
        }
        return text;
    }
}
