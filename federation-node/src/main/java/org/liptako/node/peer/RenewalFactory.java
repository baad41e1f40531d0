package org.liptako.node.peer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.liptako.node.config.Settings;
import org.liptako.node.identity.CredentialWatch;
import org.liptako.node.identity.NodeAuthority;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TlsContexts;
import org.liptako.pki.issuing.CredentialFiles;

/** Puts together what renews this node's certificate. */
@Factory
final class RenewalFactory {
    private final NodeIdentity identity;
    private final NodeTrust trust;
    private final Settings settings;
    private final Clock clock;

    RenewalFactory(NodeIdentity identity, NodeTrust trust, Settings settings, Clock clock) {
        this.identity = identity;
        this.trust = trust;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean(preDestroy = "close")
    @Singleton
    NodeRenewal renewal(
            NodeAuthority own, TlsContexts tls, CredentialWatch watch, TrustGossip gossip, MeterRegistry metrics) {
        CredentialFiles files =
                new CredentialFiles(settings.tls().certificate(), settings.tls().key());
        return new NodeRenewal(
                identity,
                authority(own, tls).map(one -> new FreshCredential(identity, files, watch, one, clock)),
                gossip::ask,
                clock,
                metrics);
    }

    /** The node's own desk where it has one, else the node that the configuration names; else nobody. */
    private Optional<LeafAuthority> authority(NodeAuthority own, TlsContexts tls) {
        if (own.deskOf(identity, trust, clock).isPresent()) {
            return Optional.of(new OwnDesk(own, identity, trust, clock));
        }
        return settings.trust()
                .authority()
                .map(named -> new AuthorityClient(
                        () -> TlsPeerChannels.connection(
                                named.host(),
                                named.port(),
                                named.serverName(),
                                tls.trustClientOf(identity.state(), List.of(named.serverName()))),
                        new TrustClient(trust)));
    }
}
