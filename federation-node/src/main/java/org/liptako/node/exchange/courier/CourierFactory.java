package org.liptako.node.exchange.courier;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.exchange.courier.disk.DiskPlan;
import org.liptako.node.exchange.courier.key.CourierKeyClient;
import org.liptako.node.exchange.courier.key.CourierKeyDesk;
import org.liptako.node.exchange.courier.key.CourierKeyEndpoint;
import org.liptako.node.exchange.courier.key.CourierKeys;
import org.liptako.node.exchange.courier.key.KeyRetirement;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.transfer.CourierTurns;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.placement.Grants;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;

/** Puts the room together. */
@Factory
public final class CourierFactory {
    private final long containerBytes;

    @Inject
    public CourierFactory() {
        this(DiskPlan.CONTAINER_BYTES);
    }

    /** @param containerBytes what a container has at most */
    public CourierFactory(long containerBytes) {
        this.containerBytes = containerBytes;
    }

    @Singleton
    public CourierKeys keys(ExchangeConfig config, Jdbi jdbi, Clock clock) {
        return new CourierKeys(config.keysDir().resolve("courier"), jdbi, clock);
    }

    @Singleton
    public CourierKeyEndpoint keyEndpoint(
            SiteRecord own, GrantLedger grants, TransferStore transfers, CourierKeys keys, StatementSigner signer) {
        return new CourierKeyEndpoint(new CourierKeyDesk(own, grants, transfers, keys, signer));
    }

    @Singleton
    @Bean(preDestroy = "close")
    public KeyRetirement retirement(CourierKeys keys, GrantLedger grants, TransferStore transfers, Clock clock) {
        return new KeyRetirement(keys, grants, transfers, clock);
    }

    @Singleton
    public ExportStore exports(Jdbi jdbi) {
        return new ExportStore(jdbi);
    }

    @Singleton
    public CourierDisks disks(SiteRecord own, GrantLedger grants, TransferStore transfers) {
        return new CourierDisks(own, grants, transfers);
    }

    @Singleton
    public ExportDesk exportDesk(
            SiteRecord own,
            GrantLedger grants,
            Holdings holdings,
            PeerChannels channels,
            StatementVerifier verifier,
            StatementSigner signer,
            ExportStore exports,
            CourierDisks disks,
            ExchangeConfig config) {
        return new ExportDesk(
                own,
                grants,
                holdings,
                new CourierKeyClient(channels, verifier, own.clock()),
                exports,
                disks,
                new DiskWriter(own, exports, new Grants(own.jdbi()), signer, containerBytes),
                config.courierDir());
    }

    @Singleton
    public ImportDesk importDesk(
            SiteRecord own,
            GrantLedger grants,
            CourierKeys keys,
            TransferStore transfers,
            ReplicaStore store,
            StatementVerifier verifier,
            CourierTurns wire,
            CourierDisks disks,
            ExchangeConfig config) {
        return new ImportDesk(
                own,
                grants,
                new DiskRecognition(own, keys, grants, transfers, store, verifier),
                store,
                transfers,
                wire,
                disks,
                config.courierDir());
    }

    @Singleton
    public CourierEndpoint endpoint(
            SiteRecord own,
            GrantLedger grants,
            ExportStore exports,
            CourierDisks disks,
            ExportDesk exportDesk,
            ImportDesk importDesk) {
        return new CourierEndpoint(
                own.site(),
                exportDesk,
                importDesk,
                new LossDesk(own, disks),
                new DiskRegister(own, grants, exports, disks));
    }
}
