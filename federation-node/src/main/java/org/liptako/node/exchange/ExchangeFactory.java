package org.liptako.node.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.PaceConfig;
import org.liptako.node.exchange.bucket.BucketConnection;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.erasure.ErasureDesk;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.metric.ExchangeMeter;
import org.liptako.node.exchange.pace.LinkMeter;
import org.liptako.node.exchange.pace.LinkSpeedStore;
import org.liptako.node.exchange.pace.LinkWatch;
import org.liptako.node.exchange.pace.Pace;
import org.liptako.node.exchange.pace.PaceForecast;
import org.liptako.node.exchange.pace.PaceLimitStore;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.publication.PublishDesk;
import org.liptako.node.exchange.publication.PublishedObjects;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.exchange.queue.Pauses;
import org.liptako.node.exchange.queue.SourceRest;
import org.liptako.node.exchange.queue.TransferQueue;
import org.liptako.node.exchange.serving.ReplicaExchangeEndpoint;
import org.liptako.node.exchange.serving.ServingDesk;
import org.liptako.node.exchange.store.DirectoryReplicaStore;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.s3.S3ReplicaStore;
import org.liptako.node.exchange.transfer.CourierTurns;
import org.liptako.node.exchange.transfer.Holders;
import org.liptako.node.exchange.transfer.ManifestCheck;
import org.liptako.node.exchange.transfer.QueueDesk;
import org.liptako.node.exchange.transfer.ReplicaExchangeClient;
import org.liptako.node.exchange.transfer.ReplicaReceiver;
import org.liptako.node.exchange.transfer.TransferDesk;
import org.liptako.node.exchange.transfer.TransferDrive;
import org.liptako.node.exchange.transfer.TransferGate;
import org.liptako.node.exchange.transfer.TransferGauges;
import org.liptako.node.exchange.transfer.TransferRates;
import org.liptako.node.exchange.transfer.TransferRunner;
import org.liptako.node.exchange.transfer.TransferSteps;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.exchange.transfer.VersionTurns;
import org.liptako.node.journal.Journal;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.placement.impact.MeasuredTransfers;
import org.liptako.node.registry.Registers;
import org.liptako.node.registry.Registry;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;

/** Puts the room together. */
@Factory
final class ExchangeFactory {
    /** Enough for the calls of all transfers at a time: each of their threads may wait for the disk. */
    private static final int RECEIVERS = 8;

    private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Singleton
    SiteRecord record(NodeConfig node, Jdbi jdbi, Journal journal, Registry registry, Clock clock) {
        return new SiteRecord(node.site(), jdbi, journal, registry, clock);
    }

    @Singleton
    GrantLedger grants(Jdbi jdbi) {
        return new GrantLedger(jdbi);
    }

    @Singleton
    DatasetKeys keys(ExchangeConfig config) {
        return new DatasetKeys(config.keysDir());
    }

    @Singleton
    PublishedVersions published(ExchangeConfig config, DatasetKeys keys) throws IOException {
        return new PublishedVersions(config.storeDir().resolve("published"), keys, objects(config));
    }

    private static Optional<PublishedObjects> objects(ExchangeConfig config) throws IOException {
        BucketConfig bucket = config.bucket();
        String prefix = bucket == null ? null : bucket.publishPrefix();
        return bucket == null || prefix == null
                ? Optional.empty()
                : Optional.of(new PublishedObjects(BucketConnection.open(bucket.at(prefix))));
    }

    @Singleton
    ReplicaStore store(ExchangeConfig config) throws IOException {
        BucketConfig bucket = config.bucket();
        if (bucket != null) {
            return S3ReplicaStore.open(bucket, config.storeDir().resolve("s3"));
        }
        // A sync waits for the disk and nothing else; the store itself bounds how many run.
        return new DirectoryReplicaStore(
                config.storeDir(), task -> Thread.ofPlatform().name("sync").start(task));
    }

    @Singleton
    Holdings holdings(PublishedVersions published, ReplicaStore store) {
        return new Holdings(published, store);
    }

    @Singleton
    ExchangeMeter meter(MeterRegistry metrics) {
        return new ExchangeMeter(metrics);
    }

    @Singleton
    @Named("receivers")
    @Bean(preDestroy = "shutdown")
    ExecutorService receivers() {
        return Executors.newFixedThreadPool(
                RECEIVERS, Thread.ofPlatform().name("receive-", 0).daemon().factory());
    }

    @Singleton
    @Named("readers")
    @Bean(preDestroy = "shutdown")
    ExecutorService readers() {
        return Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().name("serve-", 0).daemon().factory());
    }

    @Singleton
    ReplicaExchangeClient client(PeerChannels channels, @Named("receivers") ExecutorService receivers, Pace pace) {
        return new ReplicaExchangeClient(channels, receivers, pace);
    }

    @Singleton
    TransferStore transfers(Jdbi jdbi, Clock clock) {
        return new TransferStore(jdbi, clock);
    }

    @Singleton
    MeasuredTransfers measured(TransferStore transfers) {
        return transfers::rate;
    }

    @Singleton
    TransferSteps steps(
            SiteRecord own,
            GrantLedger grants,
            TransferStore transfers,
            ReplicaStore store,
            ReplicaExchangeClient client) {
        return new TransferSteps(own, grants, transfers, store, client);
    }

    @Singleton
    ReplicaReceiver receiver(
            SiteRecord own,
            ReplicaStore store,
            ReplicaExchangeClient client,
            StatementVerifier verifier,
            ExchangeMeter meter) {
        return new ReplicaReceiver(
                store, client, new Holders(own), new ManifestCheck(verifier, own.clock()), meter, own.clock());
    }

    @Singleton
    LinkWatch links(Jdbi jdbi, Clock clock) {
        return new LinkWatch(new LinkSpeedStore(jdbi), clock);
    }

    @Singleton
    TransferRates rates(LinkWatch links, PaceLimits limits) {
        return new TransferRates(new LinkMeter(links, limits));
    }

    @Singleton
    Pauses pauses(Jdbi jdbi, Clock clock) {
        return new Pauses(jdbi, clock);
    }

    @Singleton
    VersionTurns turns() {
        return new VersionTurns();
    }

    @Singleton
    TransferQueue queue() {
        return new TransferQueue();
    }

    @Singleton
    PaceLimits limits(PaceConfig config, Jdbi jdbi, Clock clock) {
        return new PaceLimits(config.limits(), config.zone(), new PaceLimitStore(jdbi), clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Pace pace(PaceLimits limits) {
        return new Pace(limits);
    }

    @Singleton
    TransferGate gate(Pauses pauses, PaceLimits limits) {
        return new TransferGate(pauses, limits);
    }

    @Singleton
    @Bean(preDestroy = "close")
    TransferRunner runner(
            TransferStore transfers,
            TransferSteps steps,
            ReplicaReceiver receiver,
            TransferQueue queue,
            TransferGate gate,
            VersionTurns turns,
            TransferRates rates,
            Clock clock) {
        SourceRest rests = new SourceRest();
        TransferDrive drive = new TransferDrive(transfers, steps, receiver, queue, gate, turns, rests, rates, clock);
        return new TransferRunner(transfers, drive, queue, gate, rests, clock);
    }

    @Singleton
    CourierTurns courierTurns(TransferStore transfers, TransferSteps steps, VersionTurns turns, TransferRunner runner) {
        return new CourierTurns(transfers, steps, turns, runner);
    }

    @Singleton
    TransferDesk transferDesk(
            SiteRecord own, GrantLedger grants, Holdings holdings, TransferStore transfers, TransferRunner runner) {
        return new TransferDesk(own, grants, holdings, transfers, runner);
    }

    @Singleton
    QueueDesk queueDesk(
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

    @Singleton
    ReplicaExchangeEndpoint exchangeEndpoint(
            SiteRecord own,
            GrantLedger grants,
            Holdings holdings,
            @Named("readers") ExecutorService readers,
            ExchangeMeter meter,
            Pace pace) {
        return new ReplicaExchangeEndpoint(new ServingDesk(own, grants, holdings), own.clock(), readers, meter, pace);
    }

    @Singleton
    @Bean(preDestroy = "close")
    TransferWatches watches() {
        return new TransferWatches();
    }

    @Singleton
    PublishDesk publishDesk(
            SiteRecord own,
            ExchangeConfig config,
            DatasetKeys keys,
            PublishedVersions versions,
            StatementSigner signer) {
        return new PublishDesk(own, config.publishDir(), keys, versions, signer);
    }

    @Singleton
    ReplicaEndpoint replicaEndpoint(
            SiteRecord own,
            GrantLedger grants,
            Holdings holdings,
            PublishDesk publications,
            QueueDesk transfers,
            TransferWatches watches,
            PaceLimits limits,
            LinkWatch links,
            Registers registers) {
        ErasureDesk erasures = new ErasureDesk(own, grants, holdings, registers);
        return new ReplicaEndpoint(own.site(), publications, transfers, erasures, watches, limits, links, own.clock());
    }
}
