package org.liptako.node.operations.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.journal.event.ServiceFigures;
import org.liptako.node.journal.event.SiteAvailability;
import org.liptako.pki.name.SiteId;

/** A month as this site has measured it by now: its own service, and its peers'. Months are UTC's. Thread-safe. */
public final class Measured {
    private final SpanStore spans;
    private final AnnouncementStore announcements;
    private final List<SiteId> peers;
    private final InstantSource clock;

    /** @param peers the sites whose nodes are known */
    public Measured(SpanStore spans, AnnouncementStore announcements, List<SiteId> peers, InstantSource clock) {
        this.spans = spans;
        this.announcements = announcements;
        this.peers = List.copyOf(peers);
        this.clock = clock;
    }

    SiteId site() {
        return spans.site();
    }

    List<SiteId> peers() {
        return peers;
    }

    YearMonth present() {
        return month(clock.instant());
    }

    /** The month in which this site began to measure; empty if it has not yet. */
    Optional<YearMonth> first() {
        return spans.since(site()).map(Measured::month);
    }

    /** Itself first, then its peers. */
    List<SiteAvailability> of(YearMonth month) {
        return Stream.concat(Stream.of(site()), peers.stream())
                .map(subject -> new SiteAvailability(subject, of(subject, month)))
                .toList();
    }

    private ServiceFigures of(SiteId subject, YearMonth month) {
        Instant begins = begin(month);
        Instant ends = end(subject, month);
        Optional<Instant> since = spans.since(subject).filter(first -> first.isBefore(ends));
        if (since.isEmpty()) {
            return ServiceFigures.NONE;
        }
        Instant from = since.get().isAfter(begins) ? since.get() : begins;
        List<Span> found = spans.spans(subject, from, ends);
        List<Planned> planned = announcements.planned(subject, from, ends);
        return subject.equals(site())
                ? ServiceLine.ofOwn(from, ends, found, planned)
                : ServiceLine.ofPeer(from, ends, found, planned);
    }

    /** Of the present month, what has passed by the last look. */
    private Instant end(SiteId subject, YearMonth month) {
        Instant end = begin(month.plusMonths(1));
        if (!clock.instant().isBefore(end)) {
            return end;
        }
        Instant last = spans.lastLook(subject).orElse(begin(month));
        return last.isBefore(end) ? last : end;
    }

    static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
