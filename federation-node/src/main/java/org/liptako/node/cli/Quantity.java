package org.liptako.node.cli;

import java.util.List;
import java.util.Locale;

/** Amounts of bytes, and rates, as a person reads them. */
public final class Quantity {
    private static final List<String> FRENCH = List.of("o", "Kio", "Mio", "Gio", "Tio", "Pio");
    private static final List<String> ENGLISH = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
    private static final int STEP = 1024;

    private Quantity() {}

    /** In the largest unit of which there is at least one. */
    public static String bytes(long bytes, Screen screen) {
        return bytes(bytes, screen.language());
    }

    /** In the largest unit of which there is at least one, as a language writes it. */
    public static String bytes(long bytes, Language language) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < FRENCH.size() - 1) {
            amount /= STEP;
            unit++;
        }
        return number(amount, unit == 0 ? 0 : 1, language.locale()) + " "
                + language.choose(FRENCH.get(unit), ENGLISH.get(unit));
    }

    /** In bits a second, as links are sold. */
    public static String rate(long bytesASecond, Screen screen) {
        return rate(bytesASecond, screen.language());
    }

    /** In bits a second, as a language writes it. */
    public static String rate(long bytesASecond, Language language) {
        double bits = bytesASecond * 8.0;
        return bits < 1e6
                ? number(bits / 1e3, 0, language.locale()) + " kbit/s"
                : number(bits / 1e6, bits < 1e8 ? 1 : 0, language.locale()) + " Mbit/s";
    }

    private static String number(double amount, int decimals, Locale locale) {
        return String.format(locale, "%." + decimals + "f", amount);
    }
}
