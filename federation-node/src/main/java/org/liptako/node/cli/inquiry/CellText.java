package org.liptako.node.cli.inquiry;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.liptako.node.cli.Language;

/** A cell as a person reads it: days and numbers in the French way to whoever reads French, whole seconds; {@code --json} has it as it was said. */
final class CellText {
    private static final DateTimeFormatter FRENCH_INSTANT =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private CellText() {}

    static String of(String type, String value, Language language) {
        return switch (type) {
            case "INSTANT" -> instant(value, language);
            case "DAY" -> language.choose(LocalDate.parse(value).format(FRENCH_DAY), value);
            case "BOOLEAN" -> value.equals("true") ? language.choose("oui", "yes") : language.choose("non", "no");
            case "NUMBER" -> number(value, language);
            default -> value;
        };
    }

    /** An instant, UTC. */
    static String instant(String value, Language language) {
        Instant second = Instant.parse(value).truncatedTo(ChronoUnit.SECONDS);
        return language.choose(FRENCH_INSTANT.format(second), second.toString());
    }

    private static String number(String value, Language language) {
        NumberFormat format = NumberFormat.getInstance(
                switch (language) {
                    case FRENCH -> Locale.FRANCE;
                    case ENGLISH -> Locale.ENGLISH;
                });
        format.setMaximumFractionDigits(6);
        return format.format(new BigDecimal(value));
    }
}
