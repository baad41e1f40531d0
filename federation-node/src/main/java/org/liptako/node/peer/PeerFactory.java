package org.liptako.node.peer;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.Settings;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TlsContexts;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.ShownCheckpoints;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.journal.witness.WitnessReach;
import org.liptako.node.journal.witness.WitnessedLog;
import org.liptako.node.journal.witness.Witnesses;

/** Puts the room together. */
@Factory
final class PeerFactory {

    @Singleton
    PeerDirectory directory(Settings settings) {
        return new PeerDirectory(settings.peers());
    }

    @Bean(preDestroy = "close")
    @Singleton
    TlsPeerChannels channels(
            PeerDirectory directory,
            TlsContexts tls,
            NodeTrust trust,
            NodeIdentity identity,
            @Named("identity") ScheduledExecutorService clockwork) {
        TlsPeerChannels channels = new TlsPeerChannels(directory, tls, trust);
        identity.own().onRenewed(channels::beginAnew);
        identity.trust().epoch().onAdvance(channels::beginAnew);
        channels.watch(clockwork);
        return channels;
    }

    @Bean(preDestroy = "close")
    @Singleton
    TrustGossip gossip(PeerDirectory directory, PeerChannels channels, NodeTrust trust, NodeIdentity identity) {
        TrustGossip gossip = new TrustGossip(directory, channels, trust);
        identity.trust().epoch().onAdvance(gossip::passOn);
        return gossip;
    }

    @Bean(preDestroy = "close")
    @Singleton
    PeerWatch watch(PeerDirectory directory, PeerChannels channels, PeerJournals journals, List<PeerReturn> waiting) {
        return new PeerWatch(directory, channels, journals, waiting);
    }

    @Bean(preDestroy = "close")
    @Singleton
    WitnessRounds rounds(
            PeerDirectory directory,
            PeerChannels channels,
            WitnessedLog log,
            OwnCosignatures cosignatures,
            WitnessKeys keys,
            WitnessReach reach,
            Clock clock) {
        return new WitnessRounds(directory, channels, log, cosignatures, keys, reach, clock);
    }

    @Bean(preDestroy = "close")
    @Singleton
    CheckpointRounds checkpoints(PeerDirectory directory, PeerChannels channels, ShownCheckpoints shown) {
        return new CheckpointRounds(directory, channels, shown);
    }

    @Singleton
    FederationEndpoint federation(
            NodeIdentity identity,
            NodeConfig node,
            RunningNode.Source running,
            PeerDirectory directory,
            PeerJournals journals,
            Checkpoints checkpoints,
            Witnesses witnesses,
            NodeTrust trust,
            Clock clock) {
        return new FederationEndpoint(
                identity, node, running, directory, journals, checkpoints, witnesses, trust, clock);
    }
}
