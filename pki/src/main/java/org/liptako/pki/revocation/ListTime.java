package org.liptako.pki.revocation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.Time;

/** The times of entries, of which a list has thousands: Java's own date formats would take most of its reading. */
final class ListTime {
    /** As Bouncy Castle tells a time of the form that RFC 5280 section 4.1.2.5 demands. */
    private static final Pattern WHOLE_SECONDS =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})GMT\\+00:00");

    private ListTime() {}

    static Instant of(Time time) {
        Matcher whole = WHOLE_SECONDS.matcher(time.getTime());
        return whole.matches()
                ? LocalDateTime.of(
                                number(whole, 1),
                                number(whole, 2),
                                number(whole, 3),
                                number(whole, 4),
                                number(whole, 5),
                                number(whole, 6))
                        .toInstant(ZoneOffset.UTC)
                : time.getDate().toInstant();
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
