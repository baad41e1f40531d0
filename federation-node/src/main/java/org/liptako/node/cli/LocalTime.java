package org.liptako.node.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants of answers as people read them. */
public final class LocalTime {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ROOT);

    private LocalTime() {}

    /** An RFC 3339 instant to the minute, by the reader's own clock; a text that is none stays as it is. */
    public static String of(String instant) {
        try {
            return MINUTE.format(Instant.parse(instant).atZone(ZoneId.systemDefault()));
        } catch (DateTimeParseException other) {
            return instant;
        }
    }

    /** An RFC 3339 instant to the second, in UTC; {@code --json} has it as it was said. A text that is none stays as it is. */
    public static String toTheSecond(String instant) {
        try {
            return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (DateTimeParseException other) {
            return instant;
        }
    }
}
