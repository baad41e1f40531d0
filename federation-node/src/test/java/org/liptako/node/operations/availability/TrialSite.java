package org.liptako.node.operations.availability;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.OperationsConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.ServiceFigures;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** The processes of Bamako's data centre on one database, whose peers answer as the test says. */
final class TrialSite implements AutoCloseable {
    static final SiteId BAMAKO = TrialRegion.capital(State.ML);
    /** A look an hour: a month is some 700. */
    static final Beat HOURLY = new Beat(Duration.ofHours(1), Duration.ofMinutes(150));

    private static final int PORT = 1;

    final TestDatabase database = TestDatabase.fresh();
    final HandSetClock clock;
    final Journal journal;
    final AnnouncementStore announcements = new AnnouncementStore(database.jdbi());
    final MonthStore months = new MonthStore(database.jdbi());
    final MaintenanceDesk maintenance;
    private final Map<State, Outcome> peers = new EnumMap<>(State.class);
    private final List<AvailabilityWatch> watches = new ArrayList<>();

    TrialSite(String now) {
        clock = new HandSetClock(Instant.parse(now));
        journal = new Journal(database.jdbi(), State.ML, clock, List.of(new AvailabilityProjection()));
        maintenance = new MaintenanceDesk(journal, announcements, BAMAKO, clock);
        peers.put(State.BF, Outcome.SERVING);
        peers.put(State.NE, Outcome.SERVING);
    }

    /** From now on, this comes of asking a State. */
    void answer(State state, Outcome outcome) {
        peers.put(state, outcome);
    }

    /** A process that has just started. */
    OneProcess process(int number) {
        return new OneProcess(number);
    }

    final class OneProcess {
        final SpanStore spans;
        final Measured measured;
        final MonthlyWord word;
        final AvailabilityDesk desk;
        private final AvailabilityWatch watch;
        private boolean ready = true;

        OneProcess(int number) {
            List<PeerConfig> configured = List.of(peer(State.BF), peer(State.NE));
            NodeConfig node = new NodeConfig(State.ML, BAMAKO, number, TrialRegion.ZONE, true, Path.of("unused"));
            spans = new SpanStore(database.jdbi(), node, HOURLY);
            measured = new Measured(
                    spans,
                    announcements,
                    configured.stream().map(PeerConfig::site).toList(),
                    clock);
            word = new MonthlyWord(journal, measured, months, spans, OperationsConfig.USUAL_PPM, clock);
            desk = new AvailabilityDesk(State.ML, measured, months, OperationsConfig.USUAL);
            watch = new AvailabilityWatch(
                    () -> ready,
                    state -> peers.getOrDefault(state, Outcome.UNREACHABLE),
                    configured,
                    spans,
                    word,
                    HOURLY,
                    clock,
                    new SimpleMeterRegistry());
            watches.add(watch);
        }

        OneProcess ready(boolean now) {
            ready = now;
            return this;
        }

        /** Looks now, and each hour until so many have passed. */
        OneProcess lives(int hours) {
            watch.look();
            for (int hour = 0; hour < hours; hour++) {
                clock.advance(Duration.ofHours(1));
                watch.look();
            }
            return this;
        }

        ServiceFigures of(SiteId site, String month) {
            return measured.of(YearMonth.parse(month)).stream()
                    .filter(one -> one.site().equals(site))
                    .findFirst()
                    .orElseThrow()
                    .figures();
        }
    }

    private static PeerConfig peer(State state) {
        return new PeerConfig(state, TrialRegion.capital(state), "127.0.0.1", PORT, "unused");
    }

    @Override
    public void close() {
        watches.forEach(AvailabilityWatch::close);
        database.close();
    }
}
