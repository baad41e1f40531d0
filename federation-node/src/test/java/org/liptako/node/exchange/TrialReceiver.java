package org.liptako.node.exchange;

import io.grpc.BindableService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.PaceConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.erasure.ErasureDesk;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.pace.LinkWatch;
import org.liptako.node.exchange.pace.Pace;
import org.liptako.node.exchange.pace.PaceFactory;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.publication.PublicationFactory;
import org.liptako.node.exchange.queue.Pauses;
import org.liptako.node.exchange.queue.QueueFactory;
import org.liptako.node.exchange.queue.TransferQueue;
import org.liptako.node.exchange.recognition.RecognitionFactory;
import org.liptako.node.exchange.repair.RepairDesk;
import org.liptako.node.exchange.repair.RepairFactory;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.exchange.serving.ServingFactory;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.exchange.transfer.CourierTurns;
import org.liptako.node.exchange.transfer.QueueDesk;
import org.liptako.node.exchange.transfer.ReplicaExchangeClient;
import org.liptako.node.exchange.transfer.ReplicaReceiver;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferDesk;
import org.liptako.node.exchange.transfer.TransferFactory;
import org.liptako.node.exchange.transfer.TransferGate;
import org.liptako.node.exchange.transfer.TransferLease;
import org.liptako.node.exchange.transfer.TransferRates;
import org.liptako.node.exchange.transfer.TransferRunner;
import org.liptako.node.exchange.transfer.TransferSteps;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.exchange.transfer.VersionTurns;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.peer.TrialPeers;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.placement.impact.TransferRate;
import org.liptako.node.registry.Registers;
import org.liptako.pki.name.State;

/** A State's node, as far as it fetches copies from Bamako. */
final class TrialReceiver implements AutoCloseable {
    final TrialRecord record;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Path directory;
    private final ReplicaStore store;
    private final TrialServer server;
    private final Holdings holdings;
    private final ExecutorService receivers;
    private final ExecutorService readers;
    private final DamagedCopies damaged;
    private final VerifyDesk verifyDesk;
    private final RepairDesk repairDesk;
    private final Opening opened;
    private final Function<ReplicaStore, RepairDesk> repairOver;
    private final VersionTurns turns;
    private final TrialPeers peers;
    private final TransferStore transfers;
    private final TransferRunner runner;
    private final PaceLimits limits;
    private final Pace pace;
    private final CourierTurns wire;
    private final TransferDesk desk;
    private final QueueDesk queueDesk;

    /**
     * The node at Ouagadougou.
     *
     * @param port where it finds the source, on this machine
     */
    TrialReceiver(Path home, TrialSource source, int port) throws IOException {
        this(State.BF, home, source, port);
    }

    TrialReceiver(State state, Path home, TrialSource source, int port) throws IOException {
        this(state, home, source, port, Clock.systemUTC());
    }

    /** One whose transfers go by a clock of the test's. */
    TrialReceiver(State state, Path home, TrialSource source, int port, Clock clock) throws IOException {
        this(state, home, source, port, clock, config -> new RecognitionFactory().open(config));
    }

    /** Where a receiver keeps its copies. */
    @FunctionalInterface
    interface Storing {
        ReplicaStore store(ExchangeConfig config) throws IOException;
    }

    /** One whose copies lie in a store of the test's. */
    TrialReceiver(State state, Path home, TrialSource source, int port, Clock clock, Storing storing)
            throws IOException {
        this(
                state,
                home,
                List.of(peer(source.server(), State.ML, port)),
                new Means(UnaryOperator.identity(), clock, storing));
    }

    /**
     * One that finds several holders, and serves what it has sealed.
     *
     * @param answers what stands between its real endpoint and its callers
     */
    TrialReceiver(State state, Path home, List<PeerConfig> others, UnaryOperator<BindableService> answers)
            throws IOException {
        this(
                state,
                home,
                others,
                new Means(answers, Clock.systemUTC(), config -> new RecognitionFactory().open(config)));
    }

    private record Means(
            UnaryOperator<BindableService> answers, Clock clock, Storing storing, TransferFactory transfers) {
        Means(UnaryOperator<BindableService> answers, Clock clock, Storing storing) {
            this(answers, clock, storing, new TransferFactory());
        }
    }

    private TrialReceiver(State state, Path home, List<PeerConfig> others, Means means) throws IOException {
        this.record = new TrialRecord(state);
        this.directory = home.resolve("store");
        ExchangeConfig config =
                new ExchangeConfig(directory, home.resolve("publish"), home.resolve("keys"), home.resolve("courier"));
        Clock clock = means.clock();
        Jdbi jdbi = record.own().jdbi();
        RecognitionFactory recognition = new RecognitionFactory();
        Opening recognised = () -> recognition.recognised(means.storing().store(config), config, record.own());
        store = recognised.open();
        damaged = new DamagedCopies(record.own());
        PublicationFactory publications = new PublicationFactory();
        holdings = publications.holdings(publications.published(config, publications.keys(config)), store, damaged);
        PaceFactory paces = new PaceFactory();
        limits = paces.limits(new PaceConfig(ZoneOffset.UTC, List.of()), jdbi, clock);
        pace = paces.pace(limits);
        ExchangeMeter meter = new ExchangeMeter(metrics);
        ServingFactory serving = new ServingFactory();
        readers = serving.readers();
        BindableService endpoint = serving.endpoint(record.own(), record.grants(), holdings, readers, meter, pace);
        server = new TrialServer(
                state, Clock.systemUTC(), List.of(means.answers().apply(endpoint)));
        peers = new TrialPeers(server, others);
        TransferFactory room = means.transfers();
        receivers = room.receivers();
        ReplicaExchangeClient client = room.client(peers, receivers, pace);
        transfers = room.transfers(jdbi, clock);
        TransferSteps steps = room.steps(record.own(), record.grants(), transfers, store, client);
        QueueFactory queues = new QueueFactory();
        Pauses pauses = queues.pauses(jdbi, clock);
        TransferQueue queue = queues.queue();
        TransferGate gate = room.gate(pauses, limits);
        turns = room.turns();
        ReplicaReceiver receiver =
                room.receiver(record.own(), store, client, server.identity().verifier(), meter);
        RepairFactory repairs = new RepairFactory();
        opened = recognised;
        repairOver = other -> repairs.repairDesk(
                record.own(),
                other,
                damaged,
                room.mending(
                        room.receiver(
                                record.own(), other, client, server.identity().verifier(), meter),
                        room.steps(record.own(), record.grants(), transfers, other, client),
                        gate,
                        turns,
                        clock),
                room.turns());
        verifyDesk =
                repairs.verifyDesk(record.own(), holdings, server.identity().verifier());
        repairDesk = repairs.repairDesk(
                record.own(), store, damaged, room.mending(receiver, steps, gate, turns, clock), turns);
        LinkWatch links = paces.links(jdbi, clock);
        TransferRates rates = room.rates(links, limits);
        runner = room.runner(transfers, steps, receiver, queue, gate, turns, new TransferLease(jdbi, 1), rates, clock);
        wire = room.courierTurns(transfers, steps, turns, runner);
        desk = room.desk(record.own(), record.grants(), holdings, transfers, runner, config);
        queueDesk = room.queueDesk(desk, transfers, queue, gate, pauses, rates, runner, limits, links, metrics, clock);
    }

    /** The node at Ouagadougou, with this much patience for a source that sends nothing. */
    static TrialReceiver impatient(Path home, TrialSource source, Duration patience) throws IOException {
        return new TrialReceiver(
                State.BF,
                home,
                List.of(peer(source.server(), State.ML, source.server().port())),
                new Means(
                        UnaryOperator.identity(),
                        Clock.systemUTC(),
                        config -> new RecognitionFactory().open(config),
                        new TransferFactory(patience)));
    }

    static TrialReceiver of(Path home, TrialSource source) throws IOException {
        return new TrialReceiver(home, source, source.server().port());
    }

    DamagedCopies damaged() {
        return damaged;
    }

    /** What erases its copies. */
    ErasureDesk erasures() {
        return new ErasureDesk(
                record.own(),
                record.grants(),
                holdings,
                turns,
                new Registers(record.own().jdbi(), record.own().clock()));
    }

    VerifyDesk verifyDesk() {
        return verifyDesk;
    }

    RepairDesk repairDesk() {
        return repairDesk;
    }

    /** Opens a store. */
    @FunctionalInterface
    private interface Opening {
        ReplicaStore open() throws IOException;
    }

    /** What mends its copies after it was started again: all of it new, but for what lies on the disk and in the database. */
    RepairDesk restarted() throws IOException {
        return restarted(UnaryOperator.identity());
    }

    /**
     * As {@link #restarted()}.
     *
     * @param over what stands between the store and those who use it
     */
    RepairDesk restarted(UnaryOperator<ReplicaStore> over) throws IOException {
        return repairOver.apply(over.apply(opened.open()));
    }

    /** Where a State's node is found, on this machine. */
    static PeerConfig peer(TrialServer server, State state, int port) {
        return new PeerConfig(
                state,
                TrialRegion.capital(state),
                TrialServer.ADDRESS,
                port,
                server.identity().serverName());
    }

    /** What it may give. */
    Holdings holdings() {
        return holdings;
    }

    /** What it serves under a grant. */
    HeldVersion held(AcceptedGrant grant) {
        try {
            return holdings.find(new DatasetVersion(
                            grant.terms().dataset(), grant.versionRoot().orElseThrow()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrialServer server() {
        return server;
    }

    /** Has accepted a grant, and begins to fetch. */
    void accept(AcceptedGrant grant) {
        desk.onAccepted(grant);
    }

    /** As an operator would, after a stop. */
    void startAgain(AcceptedGrant grant) {
        desk.start(grant.serial(), false);
    }

    Transfer transfer(AcceptedGrant grant) {
        return desk.get(grant.serial());
    }

    /** The rate of what was sealed here. */
    Optional<TransferRate> rate() {
        return transfers.rate();
    }

    TrialPeers peers() {
        return peers;
    }

    TransferStore transfers() {
        return transfers;
    }

    /** What keeps the wire from a version. */
    CourierTurns wire() {
        return wire;
    }

    /** What its operators see and say. */
    QueueDesk queue() {
        return queueDesk;
    }

    /** How fast, and in which hours, bytes come. */
    PaceLimits limits() {
        return limits;
    }

    /** As a node does when it starts. */
    void start() {
        runner.start();
    }

    ReplicaStore store() {
        return store;
    }

    /** The files of a sealed copy. */
    Path sealed(AcceptedGrant grant) {
        DatasetVersion version =
                new DatasetVersion(grant.terms().dataset(), grant.versionRoot().orElseThrow());
        return VersionFolders.folder(directory.resolve("sealed"), version).resolve("data");
    }

    @Override
    public void close() {
        runner.close();
        peers.close();
        receivers.shutdownNow();
        pace.close();
        server.close();
        readers.shutdownNow();
        record.close();
    }
}
