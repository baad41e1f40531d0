package org.liptako.node.config.limit;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of every day in which bytes may move, by a site's own clocks: {@code 20:00-06:00}, or {@code 06:00-20:00 10 Mbit/s}.
 *
 * @param from the first minute
 * @param to the first minute after it; before {@code from} where the window crosses midnight, the same where it is the whole day
 * @param rate the most that may move in these hours; empty where they set no limit
 */
public record DailyWindow(LocalTime from, LocalTime to, Optional<ByteRate> rate) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d\\d:\\d\\d) ?- ?(\\d\\d:\\d\\d)(?: +(\\S.*))?");

    static DailyWindow of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("20:00-06:00, 06:00-20:00 10 Mbit/s");
        }
        return new DailyWindow(
                time(written.group(1)),
                time(written.group(2)),
                Optional.ofNullable(written.group(3)).map(ByteRate::of));
    }

    /** 24:00 is midnight too. */
    private static LocalTime time(String text) {
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("00:00 .. 24:00", e);
        }
    }

    boolean covers(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean before = time.isBefore(to);
        return from.isBefore(to) ? begun && before : begun || before;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return from + "-" + to + rate.map(most -> " " + most).orElse("");
    }
}
