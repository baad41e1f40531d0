package org.liptako.node.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.node.registry.RequestFields;

/** Instants as a browser's form has them: local to no place, which here is UTC. */
final class FormTime {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?");
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FormTime() {}

    /**
     * What a field says; empty for an empty one.
     *
     * @throws org.liptako.node.wire.Failure INVALID_REQUEST for what is no instant
     */
    static Optional<Instant> instant(String field, String text) {
        return RequestFields.instant(field, whole(text));
    }

    /** The same as the command line writes it; what is none of the forms a browser has stays as it is. */
    static String whole(String text) {
        if (DAY.matcher(text).matches()) {
            return text + "T00:00:00Z";
        }
        if (MINUTE.matcher(text).matches()) {
            return text + ":00Z";
        }
        return SECOND.matcher(text).matches() ? text + "Z" : text;
    }

    /** As a field holds it. */
    static String field(Instant instant) {
        return FIELD.format(instant);
    }
}
