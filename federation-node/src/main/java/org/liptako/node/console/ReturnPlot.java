package org.liptako.node.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.liptako.node.campaign.Campaign;
import org.liptako.node.campaign.CampaignView;
import org.liptako.node.campaign.CopyView;
import org.liptako.node.campaign.RepatriatedCopy;

/** What was left to bring home over time, and what is expected to be: from the day on which the first campaign was opened. */
final class ReturnPlot {
    /** Of the drawing, whatever its size on a page. */
    static final int WIDTH = 400;

    static final int HEIGHT = 100;

    private static final Duration LEAST = Duration.ofDays(1);

    private final Instant now;
    private final List<Point> past;
    private final List<Point> ahead;

    /** How many bytes are left from an instant on. */
    record Point(Instant at, long left) {}

    /**
     * Of some copies.
     *
     * @param now not before any of them was sealed, but for a clock that is wrong
     */
    ReturnPlot(List<OpenedCopy> copies, Instant now) {
        this.now = now;
        Map<Instant, Long> been = new TreeMap<>();
        Map<Instant, Long> expected = new TreeMap<>();
        for (OpenedCopy one : copies) {
            RepatriatedCopy copy = one.view().copy();
            if (copy.withdrawal().isEmpty()) {
                been.merge(one.opened(), copy.bytes(), Long::sum);
                copy.sealedAt().ifPresent(home -> been.merge(later(home, one.opened()), -copy.bytes(), Long::sum));
                one.view()
                        .expectedEnd()
                        .filter(end -> copy.isToCome() && end.isAfter(now))
                        .ifPresent(end -> expected.merge(end, -copy.bytes(), Long::sum));
            }
        }
        this.past = points(been, 0);
        this.ahead = points(expected, past.isEmpty() ? 0 : past.getLast().left());
    }

    /** A copy, and since when it is to be brought home. */
    record OpenedCopy(CopyView view, Instant opened) {
        static List<OpenedCopy> of(List<CampaignView> campaigns) {
            return campaigns.stream()
                    .flatMap(campaign -> {
                        Campaign head = campaign.campaign();
                        return campaign.copies().stream().map(copy -> new OpenedCopy(copy, head.openedAt()));
                    })
                    .toList();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Point> points(Map<Instant, Long> changes, long before) {
        List<Point> points = new ArrayList<>();
        long left = before;
        for (Map.Entry<Instant, Long> change : changes.entrySet()) {
            left += change.getValue();
            points.add(new Point(change.getKey(), left));
        }
        return List.copyOf(points);
    }

    /** What was, in order; empty where there is nothing to bring home. */
    List<Point> past() {
        return past;
    }

    /** What is expected, in order; empty where nothing can be said. */
    List<Point> ahead() {
        return ahead;
    }

    /** Whether something has changed, or is expected to. */
    boolean isDrawn() {
        return most() > 0 && (past.size() > 1 || !ahead.isEmpty());
    }

    /** What was, as a line of steps. */
    String pastLine() {
        return line(past, now);
    }

    /** What is expected, as a line of steps from now on; empty where nothing can be said. */
    String aheadLine() {
        if (ahead.isEmpty()) {
            return "";
        }
        List<Point> points =
                new ArrayList<>(List.of(new Point(now, past.getLast().left())));
        points.addAll(ahead);
        return line(points, end());
    }

    /** Where now is on the paper. */
    String nowAt() {
        return x(now);
    }

    private String line(List<Point> points, Instant until) {
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            line.append(line.isEmpty() ? "M" + x(point.at()) + " " : "H" + x(point.at()) + "V")
                    .append(y(point.left()));
        }
        return line.append('H').append(x(until)).toString();
    }

    private Instant start() {
        return past.getFirst().at();
    }

    private Instant end() {
        Instant last = ahead.isEmpty() ? now : ahead.getLast().at();
        Instant least = start().plus(LEAST);
        return last.isAfter(least) ? last : least;
    }

    private long most() {
        return past.stream().mapToLong(Point::left).max().orElse(0);
    }

    private String x(Instant at) {
        double all = Duration.between(start(), end()).toMillis();
        return number(WIDTH * Duration.between(start(), at).toMillis() / all);
    }

    private String y(long left) {
        return number(HEIGHT - HEIGHT * (double) left / most());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
