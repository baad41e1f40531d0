package org.liptako.node.placement;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.witness.WitnessReach;
import org.liptako.node.journal.witness.Witnessing;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.registry.Registers;
import org.liptako.node.registry.Registry;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;

/** Puts the room together: what judges, what binds, what answers. */
@Factory
final class PlacementFactory {
    private final JudgementWriter writer = new JudgementWriter();
    private final PlacementStore placements = new PlacementStore();
    private final OfferStore offers = new OfferStore();
    /** Of what waits for the network, for disks or for the database: transfers that begin, checks that must ask. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Singleton
    Knowledge knowledge(Registry registry, Registers registers) {
        return new Knowledge(registry, registers);
    }

    @Singleton
    Statements statements(StatementSigner signer, StatementVerifier verifier, Clock clock) {
        return new Statements(signer, verifier, clock);
    }

    @Singleton
    PlacementAlarms alarms(Journal journal, MeterRegistry meters) {
        return new PlacementAlarms(journal, meters);
    }

    @Singleton
    Grants grants(Jdbi jdbi) {
        return new Grants(jdbi);
    }

    @Singleton
    GrantAnnouncer announcer(BeanProvider<GrantListener> listeners, Witnessing witnesses) {
        return new GrantAnnouncer(() -> listeners.stream().toList(), threads, witnesses);
    }

    @Singleton
    PlacementDesk placementDesk(
            RuleSets ruleSets, Knowledge knowledge, Journal journal, Clock clock, MeterRegistry meters) {
        RememberedKnowledge remembered = new RememberedKnowledge(knowledge, clock, threads);
        journal.onCommitted(state -> remembered.forget());
        return new PlacementDesk(ruleSets, remembered, clock, meters, threads);
    }

    @Singleton
    HostNode hostNode(PeerChannels channels, NodeTrust trust) {
        return new PlacementPeerClient(channels, trust);
    }

    @Singleton
    Binding binding(
            Jdbi jdbi,
            Journal journal,
            RuleSets ruleSets,
            Statements statements,
            Registry registry,
            GrantAnnouncer announcer) {
        return new Binding(jdbi, journal, placements, ruleSets, statements, new GrantWriter(registry), announcer);
    }

    @Singleton
    RequestDriver driver(
            Jdbi jdbi,
            RuleSets ruleSets,
            Knowledge knowledge,
            Statements statements,
            PlacementAlarms alarms,
            HostNode hosts,
            Binding binding,
            Witnessing witnesses) {
        return new RequestDriver(
                jdbi,
                placements,
                new HomeJudge(ruleSets, knowledge, writer, statements),
                hosts,
                new HostReplyReader(statements, alarms),
                new AcceptanceReader(statements, alarms),
                binding,
                witnesses);
    }

    @Singleton
    HostingAdvice hostingAdvice(PlacementDesk checks, NodeTrust trust, Journal journal) {
        return new HostingAdvice(checks, trust, journal.state());
    }

    @Singleton
    RequestDesk requestDesk(Jdbi jdbi, Journal journal, Knowledge knowledge, RuleSets ruleSets, RequestDriver driver) {
        return new RequestDesk(jdbi, journal, placements, knowledge, ruleSets, driver);
    }

    @Singleton
    Homecoming homecoming(PlacementDesk checks, RequestDesk requests) {
        return new Homecoming(checks, requests);
    }

    @Singleton
    PendingRequests pendingRequests(Jdbi jdbi, Knowledge knowledge) {
        return new PendingRequests(jdbi, placements, knowledge);
    }

    @Singleton
    HostDesk hostDesk(
            Jdbi jdbi,
            Journal journal,
            RuleSets ruleSets,
            Knowledge knowledge,
            Statements statements,
            PlacementAlarms alarms,
            Witnessing witnesses) {
        HostJudge judge = new HostJudge(knowledge, writer, statements, alarms);
        return new HostDesk(jdbi, journal, offers, statements, ruleSets, judge, witnesses);
    }

    @Singleton
    AcceptanceDesk acceptanceDesk(
            Jdbi jdbi,
            Journal journal,
            RuleSets ruleSets,
            Statements statements,
            PlacementAlarms alarms,
            GrantAnnouncer announcer,
            Witnessing witnesses) {
        GrantCheck check = new GrantCheck(journal, ruleSets, alarms);
        return new AcceptanceDesk(jdbi, journal, offers, statements, check, announcer, witnesses);
    }

    @Singleton
    PlacementEndpoint placementEndpoint(
            PlacementDesk checks,
            RequestDesk requests,
            Journal journal,
            RuleSets ruleSets,
            NodeTrust trust,
            WithdrawnGrants withdrawn) {
        DecisionMessages decisions = new DecisionMessages(new DecisionWords(journal.state(), ruleSets));
        return new PlacementEndpoint(checks, requests, decisions, trust, withdrawn);
    }

    @Singleton
    WordedPlacements wordedPlacements(
            PlacementDesk checks,
            RequestDesk requests,
            Journal journal,
            RuleSets ruleSets,
            NodeTrust trust,
            WithdrawnGrants withdrawn,
            Clock clock) {
        DecisionWords words = new DecisionWords(journal.state(), ruleSets);
        RequestNames names = new RequestNames(requests, withdrawn, clock);
        return new WordedPlacements(checks, requests, words, ruleSets, trust, withdrawn, names);
    }

    @Singleton
    TrialDesk trials(Journal journal, RuleSets ruleSets, Clock clock) {
        return new TrialDesk(journal.state(), ruleSets, clock);
    }

    @Singleton
    PlacementPeerEndpoint peerEndpoint(HostDesk judgements, AcceptanceDesk acceptances) {
        return new PlacementPeerEndpoint(judgements, acceptances);
    }

    @Singleton
    @Bean(preDestroy = "close")
    PlacementRetry retry(
            Jdbi jdbi,
            Journal journal,
            Grants grants,
            GrantAnnouncer announcer,
            RequestDriver driver,
            WitnessReach reach) {
        PlacementRetry retry = new PlacementRetry(jdbi, journal, placements, grants, announcer, driver, threads);
        reach.onReturned(retry::witnessed);
        return retry;
    }
}
