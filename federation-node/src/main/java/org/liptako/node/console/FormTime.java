package org.liptako.node.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.node.registry.RequestFields;

/** Instants as a browser's form has them, by the clock of the place of whose time its page tells. What has a zone of its own, as addresses have it, keeps it. */
final class FormTime {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?");
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private FormTime() {}

    /**
     * What a field says; empty for an empty one.
     *
     * @throws org.liptako.node.wire.Failure INVALID_REQUEST for what is no instant
     */
    static Optional<Instant> instant(String field, String text, ZoneId zone) {
        return RequestFields.instant(field, whole(text, zone));
    }

    /** The same as the command line writes it; what is none of the forms a browser has stays as it is. */
    static String whole(String text, ZoneId zone) {
        if (DAY.matcher(text).matches()) {
            return there(text, text + "T00:00:00", zone);
        }
        return MINUTE.matcher(text).matches() || SECOND.matcher(text).matches() ? there(text, text, zone) : text;
    }

    private static String there(String text, String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local).atZone(zone).toInstant().toString();
        } catch (DateTimeException noDay) {
            return text;
        }
    }

    /** As a field holds it. */
    static String field(Instant instant, ZoneId zone) {
        return FIELD.withZone(zone).format(instant);
    }

    /** The same of an instant that an address has; what is none stays as it is, for the reader to mend. */
    static String field(String text, ZoneId zone) {
        try {
            return field(Instant.parse(text), zone);
        } catch (DateTimeException none) {
            return text;
        }
    }
}
