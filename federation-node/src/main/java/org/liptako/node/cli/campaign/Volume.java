package org.liptako.node.cli.campaign;

import java.util.List;
import java.util.Locale;
import org.liptako.node.cli.Language;

/** Amounts of data in the decimal units in which sizes are registered: Go and To in French, GB and TB in English. */
final class Volume {
    private static final List<String> FRENCH = List.of("o", "ko", "Mo", "Go", "To", "Po");
    private static final List<String> ENGLISH = List.of("B", "kB", "MB", "GB", "TB", "PB");
    private static final int STEP = 1_000;

    private Volume() {}

    static String of(long bytes, Locale locale, Language language) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < FRENCH.size() - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(locale, unit == 0 ? "%.0f" : "%.1f", amount) + " "
                + language.choose(FRENCH.get(unit), ENGLISH.get(unit));
    }
}
