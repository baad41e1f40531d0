package org.liptako.node.console;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, days and ages as a reader's language writes them. */
final class Measures {
    private static final int MOST_DIGITS = 6;

    private Measures() {}

    static String number(BigDecimal number, Words words) {
        NumberFormat format = NumberFormat.getInstance(locale(words));
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(number);
    }

    /** A size as registered; one that nobody recorded is said to be so. */
    static String gigabytes(@Nullable Long size, Words words) {
        return size == null ? words.of("unknown") : words.of("size.gb", number(BigDecimal.valueOf(size), words));
    }

    static String day(LocalDate day, Words words) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", locale(words)).format(day);
    }

    /** How long ago an instant is; one to come, by a clock that goes ahead, is of today. */
    static String age(Instant then, Instant now, Words words) {
        long days = Duration.between(then, now).toDays();
        if (days < 1) {
            return words.of("age.today");
        }
        return days == 1 ? words.of("age.day") : words.of("age.days", number(BigDecimal.valueOf(days), words));
    }

    static String yesOrNo(boolean yes, Words words) {
        return words.of(yes ? "yes" : "no");
    }

    private static Locale locale(Words words) {
        return Locale.of(words.language());
    }
}
