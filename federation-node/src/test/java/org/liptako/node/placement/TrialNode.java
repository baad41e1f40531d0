package org.liptako.node.placement;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.witness.WitnessReach;
import org.liptako.node.journal.witness.Witnessing;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.DutyEndpoint;
import org.liptako.node.placement.duty.DutyFactory;
import org.liptako.node.placement.duty.DutyProjection;
import org.liptako.node.placement.watch.Withdrawals;
import org.liptako.node.registry.Registers;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.rules.RuleSet;

/** A State's node as far as placements need one: its own PostgreSQL database, its certificate, its server behind mutual TLS. */
final class TrialNode implements AutoCloseable {
    final State state;
    final TestDatabase database = TestDatabase.fresh();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<AcceptedGrant> announced = new CopyOnWriteArrayList<>();
    final Clock clock;
    final NodeIdentity identity;
    final NodeTrust trust;
    final Journal journal;
    final JournalHeads heads;
    final PeerJournals peers;
    final Registry registry;
    final RuleSets ruleSets;
    final Statements statements;
    final PlacementAlarms alarms;
    final PlacementDesk checks;
    final RequestDesk requests;
    final RequestDriver driver;
    final HostDesk hostDesk;
    final AcceptanceDesk acceptanceDesk;
    final PlacementRetry retry;
    final Duties duties;

    private final Map<State, ManagedChannel> channels = new EnumMap<>(State.class);
    private final PlacementEndpoint endpoint;
    private final PlacementPeerEndpoint peerEndpoint;
    private final DutyEndpoint dutyEndpoint;
    private TrialServer server;

    /** How a node differs from the next one. */
    record Means(
            Clock clock,
            RuleSet rules,
            Function<RuleSet, PolicyEngine> engine,
            Function<HostNode, HostNode> hosts,
            @Nullable RuleSets published,
            Witnessing witnesses) {
        static final Means USUAL = new Means(
                Clock.systemUTC(),
                TrialRules.samples(),
                CompiledEngine::new,
                host -> host,
                null,
                Witnessing.NOT_AWAITED);

        Means at(Clock other) {
            return new Means(other, rules, engine, hosts, published, witnesses);
        }

        Means under(RuleSet other) {
            return new Means(clock, other, engine, hosts, published, witnesses);
        }

        /** Under whatever editions are in force at a rulebook of the same State. */
        Means under(RuleSets other) {
            return new Means(clock, rules, engine, hosts, other, witnesses);
        }

        Means judgingBy(Function<RuleSet, PolicyEngine> other) {
            return new Means(clock, rules, other, hosts, published, witnesses);
        }

        Means askingThrough(Function<HostNode, HostNode> other) {
            return new Means(clock, rules, engine, other, published, witnesses);
        }

        Means witnessedBy(Witnessing other) {
            return new Means(clock, rules, engine, hosts, published, other);
        }

        private RuleSets ruleSets() {
            return published == null
                    ? new RuleSets(new RulesInForce(rules, engine.apply(rules), Map.of()), clock)
                    : published;
        }
    }

    TrialNode(State state, Means means) {
        this.state = state;
        this.clock = means.clock();
        this.identity = TrialRegion.node(state, Clock.systemUTC());
        this.trust = TrialTrust.of(identity, TrialRegion.emptyDirectory());
        List<JournalProjection> projections = List.of(new RegistryProjection(), new DutyProjection());
        journal = new Journal(database.jdbi(), state, clock, projections);
        heads = new JournalHeads(database.jdbi(), journal, identity.signer());
        peers = new PeerJournals(database.jdbi(), journal, clock, identity.verifier(), projections);
        registry = new Registry(database.jdbi(), state, clock);
        Registers registers = new Registers(database.jdbi(), clock);
        ruleSets = means.ruleSets();
        PlacementFactory room = new PlacementFactory();
        Knowledge knowledge = room.knowledge(registry, registers);
        statements = room.statements(identity.signer(), identity.verifier(), clock);
        alarms = room.alarms(journal, meters);
        GrantAnnouncer announcer = new GrantAnnouncer(() -> List.of(announced::add), Runnable::run, means.witnesses());
        Binding binding = room.binding(database.jdbi(), journal, ruleSets, statements, registry, announcer);
        HostNode hosts = means.hosts().apply(new PlacementPeerClient(new Channels(), trust));
        driver = room.driver(
                database.jdbi(), ruleSets, knowledge, statements, alarms, hosts, binding, means.witnesses());
        checks = room.placementDesk(ruleSets, knowledge, journal, clock, meters);
        requests = room.requestDesk(database.jdbi(), journal, knowledge, ruleSets, driver);
        hostDesk = room.hostDesk(database.jdbi(), journal, ruleSets, knowledge, statements, alarms, means.witnesses());
        acceptanceDesk = room.acceptanceDesk(
                database.jdbi(), journal, ruleSets, statements, alarms, announcer, means.witnesses());
        retry = room.retry(
                database.jdbi(), journal, room.grants(database.jdbi()), announcer, driver, new WitnessReach());
        endpoint = room.placementEndpoint(checks, requests, journal, ruleSets, trust, new Withdrawals(database.jdbi()));
        peerEndpoint = room.peerEndpoint(hostDesk, acceptanceDesk);
        DutyFactory dutyRoom = new DutyFactory();
        duties = dutyRoom.duties(database.jdbi(), clock, meters);
        dutyEndpoint = dutyRoom.dutyEndpoint(database.jdbi(), journal, duties);
        server = serve();
        TrialCatalogue.record(journal);
    }

    private TrialServer serve() {
        return new TrialServer(state, Clock.systemUTC(), List.of(endpoint, peerEndpoint, dutyEndpoint));
    }

    TrialServer server() {
        return server;
    }

    /** The operator of the capital's data centre. */
    Party operator() {
        return Party.at(TrialCatalogue.capital(state), Role.OPERATOR, "1");
    }

    /** Knows how to reach the other node, and has read its journal. */
    void meet(TrialNode other) {
        ManagedChannel before = channels.put(
                other.state,
                NettyChannelBuilder.forAddress("127.0.0.1", other.server.port())
                        .sslContext(server.tls().clientOf(other.state, List.of(other.identity.serverName())))
                        .overrideAuthority(other.identity.serverName())
                        .build());
        if (before != null) {
            before.shutdownNow();
        }
        hear(other);
    }

    /** Reads the other node's journal. */
    void hear(TrialNode other) {
        peers.follow(other.state, 0, other.journal.read(0, 10_000), other.heads.head());
    }

    /** Has its registry know a dataset as secret. */
    void knowsAsSecret(DatasetId dataset) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE registry_statement SET value ="
                                + " CAST(CAST(value AS jsonb) || CAST('{\"classification\": \"SECRET\"}' AS jsonb) AS text)"
                                + " WHERE kind = 'DATASET' AND subject = ?",
                        dataset.value()));
    }

    /** No longer answers; what it keeps stays. */
    void fallSilent() {
        server.close();
    }

    /** Answers again, on another port. */
    void comeBack() {
        server = serve();
    }

    /** All that this State has journaled of a kind, in order. */
    <E extends JournalEvent> List<E> journaled(Class<E> type) {
        return journal.read(0, 10_000).stream()
                .map(JournalEntry::opening)
                .flatMap(opening -> JournalJson.event(opening.payload()).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private final class Channels implements PeerChannels {
        @Override
        public Channel channel(State other) {
            return known(other);
        }

        @Override
        public void retryNow(State other) {
            known(other).resetConnectBackoff();
        }

        private ManagedChannel known(State other) {
            ManagedChannel channel = channels.get(other);
            if (channel == null) {
                throw new IllegalStateException("Nobody has introduced " + other + " to " + state + ".");
            }
            return channel;
        }
    }

    @Override
    public void close() {
        retry.close();
        channels.values().forEach(ManagedChannel::shutdownNow);
        server.close();
        database.close();
    }
}
