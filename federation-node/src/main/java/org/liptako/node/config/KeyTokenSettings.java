package org.liptako.node.config;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.liptako.pki.issuing.Token;

/** Reads what a configuration says of the token that guards the keys of datasets. */
record KeyTokenSettings(SettingsFile file) {
    private static final int MOST_SLOTS = 10_000;
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    KeyTokenConfig token() {
        int slot = file.orElse("liptako.exchange.key-token.slot", 0, text -> SettingTypes.number(text, 0, MOST_SLOTS));
        return new KeyTokenConfig(
                file.required("liptako.exchange.key-token.library", text -> new Token(Path.of(text), slot)),
                file.orElse("liptako.exchange.key-token.label", "liptako-dataset-keys", KeyTokenSettings::label),
                file.required("liptako.exchange.key-token.pin-file", Path::of));
    }

    private static String label(String text) {
        if (!LABEL.matcher(text).matches()) {
            throw new IllegalArgumentException("A-Z a-z 0-9 . _ - (1–64)");
        }
        return text;
    }
}
