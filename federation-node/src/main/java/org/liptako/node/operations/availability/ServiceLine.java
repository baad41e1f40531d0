package org.liptako.node.operations.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.ServiceFigures;

/**
 * What the stretches of several processes make together, second by second: at each instant the best that any of them found. Adds up to the whole span, and
 * takes as long as sorting the stretches.
 */
final class ServiceLine {
    /** How it stood at an instant. */
    private enum Standing {
        SERVING,
        NOT_READY,
        SILENT,
        REFUSED,
        PLANNED,
        UNKNOWN
    }

    /** @param outcome null of a stretch that was planned */
    private record Edge(long at, @Nullable Outcome outcome, int step) {}

    private final long from;
    private final long until;
    private final Standing unmeasured;
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Outcome, Integer> open = new EnumMap<>(Outcome.class);
    private final Map<Standing, Long> seconds = new EnumMap<>(Standing.class);
    private int planned;
    private long outage;
    private int outages;
    private long longest;

    private ServiceLine(Instant from, Instant until, Standing unmeasured) {
        this.from = from.getEpochSecond();
        this.until = Math.max(this.from, until.getEpochSecond());
        this.unmeasured = unmeasured;
    }

    /** Of the own site: what no process has written down, none has served. */
    static ServiceFigures ofOwn(Instant from, Instant until, List<Span> spans, List<Planned> planned) {
        return new ServiceLine(from, until, Standing.SILENT).figures(spans, planned);
    }

    /** Of a peer: while nobody here has looked, nothing is known. */
    static ServiceFigures ofPeer(Instant from, Instant until, List<Span> spans, List<Planned> planned) {
        return new ServiceLine(from, until, Standing.UNKNOWN).figures(spans, planned);
    }

    private ServiceFigures figures(List<Span> spans, List<Planned> windows) {
        spans.forEach(span -> edge(span.from(), span.until(), span.outcome()));
        windows.forEach(window -> edge(window.from(), window.until(), null));
        edges.sort(Comparator.comparingLong(Edge::at));
        long at = from;
        for (Edge edge : edges) {
            pass(edge.at - at);
            at = edge.at;
            if (edge.outcome == null) {
                planned += edge.step;
            } else {
                open.merge(edge.outcome, edge.step, Integer::sum);
            }
        }
        pass(until - at);
        endOutage();
        return new ServiceFigures(
                until - from,
                of(Standing.SERVING),
                of(Standing.NOT_READY),
                of(Standing.SILENT),
                of(Standing.REFUSED),
                of(Standing.PLANNED),
                of(Standing.UNKNOWN),
                outages,
                longest);
    }

    private void edge(Instant begins, Instant ends, @Nullable Outcome outcome) {
        long first = Math.max(from, begins.getEpochSecond());
        long last = Math.min(until, ends.getEpochSecond());
        if (first < last) {
            edges.add(new Edge(first, outcome, 1));
            edges.add(new Edge(last, outcome, -1));
        }
    }

    /** So many seconds as it stands now. */
    private void pass(long length) {
        if (length == 0) {
            return;
        }
        Standing standing = standing();
        seconds.merge(standing, length, Long::sum);
        if (standing == Standing.NOT_READY || standing == Standing.SILENT) {
            outage += length;
        } else {
            endOutage();
        }
    }

    private void endOutage() {
        if (outage > 0) {
            outages++;
            longest = Math.max(longest, outage);
            outage = 0;
        }
    }

    private Standing standing() {
        Standing found = found();
        boolean excused = planned > 0 && found != Standing.SERVING && found != Standing.UNKNOWN;
        return excused ? Standing.PLANNED : found;
    }

    private Standing found() {
        for (Outcome outcome : Outcome.values()) {
            if (open.getOrDefault(outcome, 0) > 0) {
                return switch (outcome) {
                    case SERVING -> Standing.SERVING;
                    case NOT_READY -> Standing.NOT_READY;
                    case REFUSED -> Standing.REFUSED;
                    case UNREACHABLE -> Standing.SILENT;
                    case CUT_OFF -> Standing.UNKNOWN;
                };
            }
        }
        return unmeasured;
    }

    private long of(Standing standing) {
        return seconds.getOrDefault(standing, 0L);
    }
}
