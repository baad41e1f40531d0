package org.liptako.node.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.OperationsConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.journal.Journal;
import org.liptako.node.operations.availability.AnnouncementStore;
import org.liptako.node.operations.availability.AvailabilityDesk;
import org.liptako.node.operations.availability.AvailabilityWatch;
import org.liptako.node.operations.availability.Beat;
import org.liptako.node.operations.availability.MaintenanceDesk;
import org.liptako.node.operations.availability.Measured;
import org.liptako.node.operations.availability.MonthStore;
import org.liptako.node.operations.availability.MonthlyWord;
import org.liptako.node.operations.availability.Neighbours;
import org.liptako.node.operations.availability.ProbeClient;
import org.liptako.node.operations.availability.SpanStore;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.peer.PeerDirectory;

/** Puts the room together. */
@Factory
final class OperationsFactory {
    @Singleton
    SpanStore spans(Jdbi jdbi, NodeConfig node) {
        return new SpanStore(jdbi, node, Beat.USUAL);
    }

    @Singleton
    AnnouncementStore announcements(Jdbi jdbi) {
        return new AnnouncementStore(jdbi);
    }

    @Singleton
    MonthStore months(Jdbi jdbi) {
        return new MonthStore(jdbi);
    }

    @Singleton
    Measured measured(SpanStore spans, AnnouncementStore announcements, PeerDirectory peers, Clock clock) {
        return new Measured(
                spans,
                announcements,
                peers.peers().stream().map(PeerConfig::site).toList(),
                clock);
    }

    @Singleton
    MonthlyWord monthlyWord(
            Journal journal,
            Measured measured,
            MonthStore months,
            SpanStore spans,
            OperationsConfig config,
            Clock clock) {
        return new MonthlyWord(journal, measured, months, spans, config.promisedPpm(), clock);
    }

    @Bean(preDestroy = "close")
    @Singleton
    AvailabilityWatch watch(
            OwnReadiness readiness,
            PeerChannels channels,
            PeerDirectory peers,
            SpanStore spans,
            MonthlyWord word,
            Clock clock,
            MeterRegistry metrics) {
        ProbeClient client = new ProbeClient(channels);
        return new AvailabilityWatch(
                readiness::isReady, client::probe, peers.peers(), spans, word, Beat.USUAL, clock, metrics);
    }

    @Singleton
    Neighbours neighbours(SpanStore spans, Clock clock) {
        return new Neighbours(spans, Beat.USUAL, clock);
    }

    @Singleton
    MaintenanceDesk maintenance(Journal journal, AnnouncementStore announcements, NodeConfig node, Clock clock) {
        return new MaintenanceDesk(journal, announcements, node.site(), clock);
    }

    @Singleton
    AvailabilityDesk availability(Journal journal, Measured measured, MonthStore months, OperationsConfig config) {
        return new AvailabilityDesk(journal.state(), measured, months, config);
    }

    @Singleton
    ProbeEndpoint probes(NodeConfig node, OwnReadiness readiness, Drain drain) {
        return new ProbeEndpoint(node, readiness, drain);
    }

    @Singleton
    OperationsEndpoint endpoint(
            NodeConfig node,
            AvailabilityDesk availability,
            MaintenanceDesk maintenance,
            DrainDesk drains,
            Clock clock) {
        return new OperationsEndpoint(node, availability, maintenance, drains, clock);
    }
}
