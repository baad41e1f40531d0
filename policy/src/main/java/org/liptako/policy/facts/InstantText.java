package org.liptako.policy.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write the instant judged: {@code YYYY-MM-DDThh:mm:ss[.d{1,9}](Z|±hh:mm)}. The parsers of the runtime take
 * more than that (leap seconds, 24:00, lower case, offsets without colon), and a second engine might take something else.
 */
final class InstantText {

    private static final int DATE_AND_TIME = "YYYY-MM-DDThh:mm:ss".length();
    private static final int MOST_DECIMALS = 9;

    private final String text;
    private int position;
    private boolean malformed;

    private InstantText(String text) {
        this.text = text;
    }

    /** The instant, or null if the text is malformed or no such day or time exists. Years are not limited to 1970–2199 here. */
    static @Nullable Instant parse(String text) {
        return new InstantText(text).parse();
    }

    private @Nullable Instant parse() {
        int year = digits(4);
        expect('-');
        int month = digits(2);
        expect('-');
        int day = digits(2);
        expect('T');
        long second = timeOfDay(true);
        long nanos = decimals();
        long offset = offset();
        if (malformed || position != text.length()) {
            return null;
        }
        try {
            long midnight = LocalDate.of(year, month, day).toEpochDay() * 86_400;
            return Instant.ofEpochSecond(midnight + second - offset, nanos);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private long timeOfDay(boolean withSeconds) {
        int hours = digits(2);
        expect(':');
        int minutes = digits(2);
        int seconds = 0;
        if (withSeconds) {
            expect(':');
            seconds = digits(2);
        }
        malformed |= hours > 23 || minutes > 59 || seconds > 59;
        return hours * 3600L + minutes * 60L + seconds;
    }

    private long decimals() {
        if (malformed || position >= text.length() || text.charAt(position) != '.') {
            return 0;
        }
        position++;
        int start = position;
        long nanos = 0;
        while (position < text.length() && isDigit(text.charAt(position)) && position - start < MOST_DECIMALS) {
            nanos = nanos * 10 + (text.charAt(position) - '0');
            position++;
        }
        int count = position - start;
        malformed |= count == 0;
        for (int i = count; i < MOST_DECIMALS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private long offset() {
        if (malformed || position < DATE_AND_TIME || position >= text.length()) {
            malformed = true;
            return 0;
        }
        char sign = text.charAt(position);
        position++;
        return switch (sign) {
            case 'Z' -> 0;
            case '+' -> timeOfDay(false);
            case '-' -> -timeOfDay(false);
            default -> {
                malformed = true;
                yield 0;
            }
        };
    }

    private int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            char c = position < text.length() ? text.charAt(position) : '\0';
            malformed |= !isDigit(c);
            number = number * 10 + (c - '0');
            position++;
        }
        return number;
    }

    private void expect(char c) {
        malformed |= position >= text.length() || text.charAt(position) != c;
        position++;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
