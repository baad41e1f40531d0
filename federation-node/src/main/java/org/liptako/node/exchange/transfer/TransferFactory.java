package org.liptako.node.exchange.transfer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.pace.LinkMeter;
import org.liptako.node.exchange.pace.LinkWatch;
import org.liptako.node.exchange.pace.Pace;
import org.liptako.node.exchange.pace.PaceForecast;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.queue.Pauses;
import org.liptako.node.exchange.queue.SourceRest;
import org.liptako.node.exchange.queue.TransferQueue;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.placement.impact.MeasuredTransfers;
import org.liptako.pki.signature.StatementVerifier;

/** Puts the room together. */
@Factory
public final class TransferFactory {
    /** Enough for the calls of all transfers at a time: each of their threads may wait for the disk. */
    private static final int RECEIVERS = 8;

    /** Longer than links are cut for a moment, and than an object store takes that is being started again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration patience;

    @Inject
    public TransferFactory() {
        this(PATIENCE);
    }

    /** @param patience how long a copy goes on that no holder sends anything for */
    public TransferFactory(Duration patience) {
        this.patience = patience;
    }

    @Singleton
    @Named("receivers")
    @Bean(preDestroy = "shutdown")
    public ExecutorService receivers() {
        return Executors.newFixedThreadPool(
                RECEIVERS, Thread.ofPlatform().name("receive-", 0).daemon().factory());
    }

    @Singleton
    public ReplicaExchangeClient client(
            PeerChannels channels, @Named("receivers") ExecutorService receivers, Pace pace) {
        return new ReplicaExchangeClient(channels, receivers, pace, patience);
    }

    @Singleton
    public TransferStore transfers(Jdbi jdbi, Clock clock) {
        return new TransferStore(jdbi, clock);
    }

    @Singleton
    public MeasuredTransfers measured(TransferStore transfers) {
        return transfers::rate;
    }

    @Singleton
    public TransferSteps steps(
            SiteRecord own,
            GrantLedger grants,
            TransferStore transfers,
            ReplicaStore store,
            ReplicaExchangeClient client) {
        return new TransferSteps(own, grants, transfers, store, client);
    }

    @Singleton
    public ReplicaReceiver receiver(
            SiteRecord own,
            ReplicaStore store,
            ReplicaExchangeClient client,
            StatementVerifier verifier,
            ExchangeMeter meter) {
        return new ReplicaReceiver(
                store, client, new Holders(own), new ManifestCheck(verifier, own.clock()), meter, own.clock());
    }

    @Singleton
    public TransferRates rates(LinkWatch links, PaceLimits limits) {
        return new TransferRates(new LinkMeter(links, limits));
    }

    @Singleton
    public VersionTurns turns() {
        return new VersionTurns();
    }

    @Singleton
    public TransferLease lease(Jdbi jdbi, NodeConfig node) {
        return new TransferLease(jdbi, node.number());
    }

    @Singleton
    public TransferGate gate(Pauses pauses, PaceLimits limits) {
        return new TransferGate(pauses, limits);
    }

    @Singleton
    @Bean(preDestroy = "close")
    public TransferRunner runner(
            TransferStore transfers,
            TransferSteps steps,
            ReplicaReceiver receiver,
            TransferQueue queue,
            TransferGate gate,
            VersionTurns turns,
            TransferLease lease,
            TransferRates rates,
            Clock clock) {
        SourceRest rests = new SourceRest();
        TransferDrive drive =
                new TransferDrive(transfers, steps, receiver, queue, gate, turns, lease, rests, rates, clock);
        return new TransferRunner(transfers, drive, queue, gate, lease, rests, receiver.client(), clock);
    }

    @Singleton
    public CourierTurns courierTurns(
            TransferStore transfers, TransferSteps steps, VersionTurns turns, TransferRunner runner) {
        return new CourierTurns(transfers, steps, turns, runner);
    }

    @Singleton
    public TransferDesk desk(
            SiteRecord own,
            GrantLedger grants,
            Holdings holdings,
            TransferStore transfers,
            TransferRunner runner,
            ExchangeConfig config) {
        return new TransferDesk(own, grants, holdings, transfers, runner, config.verifyDisk());
    }

    @Singleton
    public Mending mending(
            ReplicaReceiver receiver, TransferSteps steps, TransferGate gate, VersionTurns turns, Clock clock) {
        return new Mending(receiver, steps, gate, turns, clock);
    }

    @Singleton
    public QueueDesk queueDesk(
            TransferDesk transfers,
            TransferStore store,
            TransferQueue queue,
            TransferGate gate,
            Pauses pauses,
            TransferRates rates,
            TransferRunner runner,
            PaceLimits limits,
            LinkWatch links,
            MeterRegistry metrics,
            Clock clock) {
        QueueDesk desk = new QueueDesk(
                transfers, store, queue, gate, pauses, rates, runner, new PaceForecast(limits), links, clock);
        new TransferGauges(desk, rates, links, clock).showIn(metrics);
        return desk;
    }
}
