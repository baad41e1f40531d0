package org.liptako.node.config.limit;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hours of every day in which bytes may move, in the time zone of a site. Without any window they are all the hours. */
public record DailyWindows(List<DailyWindow> windows, ZoneId zone) {
    /** Not one in a number. */
    private static final Pattern COMMA = Pattern.compile(" *, *(?=\\d\\d:)");

    private static final int MOST = 24;
    /** A window's edge may fall into an hour that clocks leave out, a day on which nothing changes may follow. */
    private static final int DAYS_AHEAD = 3;

    public DailyWindows {
        windows = List.copyOf(windows);
        if (windows.size() > MOST) {
            throw new IllegalArgumentException("1 .. " + MOST + " x 20:00-06:00");
        }
    }

    /**
     * Reads windows, separated by commas; nothing = all the hours.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static DailyWindows of(String text, ZoneId zone) {
        return new DailyWindows(
                text.isBlank()
                        ? List.of()
                        : COMMA.splitAsStream(text.strip()).map(DailyWindow::of).toList(),
                zone);
    }

    public boolean isOpen(Instant instant) {
        return windows.isEmpty() || covering(instant).isPresent();
    }

    /** The most that may move at an instant; of windows that overlap the first one counts. */
    public Optional<ByteRate> rate(Instant instant) {
        return covering(instant).flatMap(DailyWindow::rate);
    }

    /** When that changes next; empty if it never does. */
    public Optional<Instant> nextChange(Instant after) {
        Optional<DailyWindow> now = covering(after);
        return edges(after)
                .filter(edge -> edge.isAfter(after) && !covering(edge).equals(now))
                .min(Instant::compareTo);
    }

    /** As it is written; empty for all the hours. */
    @Override
    public String toString() {
        return windows.stream().map(DailyWindow::toString).collect(joining(", "));
    }

    private Optional<DailyWindow> covering(Instant instant) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        return windows.stream().filter(window -> window.covers(time)).findFirst();
    }

    private Stream<Instant> edges(Instant after) {
        LocalDate today = after.atZone(zone).toLocalDate();
        Stream<Instant> byTheClock = windows.stream()
                .flatMap(window -> Stream.of(window.from(), window.to()))
                .distinct()
                .flatMap(time -> today.datesUntil(today.plusDays(DAYS_AHEAD)).map(day -> day.atTime(time)))
                .flatMap(edge -> {
                    ZonedDateTime there = edge.atZone(zone);
                    return Stream.of(there.withEarlierOffsetAtOverlap(), there.withLaterOffsetAtOverlap());
                })
                .map(ZonedDateTime::toInstant);
        return windows.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        byTheClock,
                        Stream.ofNullable(zone.getRules().nextTransition(after)).map(ZoneOffsetTransition::getInstant));
    }
}
