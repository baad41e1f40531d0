package org.liptako.node.identity;

import io.grpc.BindableService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.liptako.node.config.GrpcConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.TlsConfig;
import org.liptako.node.config.TrustConfig;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;
import org.liptako.pki.trust.TrustStore;

/** Puts the room together. */
@Factory
final class IdentityFactory {

    @Singleton
    NodeIdentity identity(NodeConfig node, TlsConfig tls, Clock clock) {
        Party expected = Party.at(node.site(), Role.NODE, Integer.toString(node.number()));
        CredentialFiles files = new CredentialFiles(tls.certificate(), tls.key());
        return NodeIdentity.read(files, tls.root(), expected, node.zone(), clock);
    }

    @Singleton
    StatementSigner signer(NodeIdentity identity) {
        return identity.signer();
    }

    @Singleton
    StatementVerifier verifier(NodeIdentity identity) {
        return identity.verifier();
    }

    @Singleton
    TlsRefusals refusals(MeterRegistry metrics, Clock clock) {
        return new TlsRefusals(metrics, clock);
    }

    @Singleton
    NodeTrust trust(
            NodeIdentity identity,
            NodeConfig node,
            Clock clock,
            MeterRegistry metrics,
            @Named("identity") ScheduledExecutorService clockwork) {
        TrustStore store =
                TrustStore.open(node.dataDir().resolve("trust"), node.zone(), List.of(identity.root()), clock);
        NodeTrust trust = new NodeTrust(store, identity, clock, metrics);
        new TrustAgeWatch(trust, clock).watch(clockwork);
        return trust;
    }

    @Singleton
    PublicationWatch publications(
            NodeTrust trust, TrustConfig config, @Named("identity") ScheduledExecutorService clockwork) {
        return new PublicationWatch(trust, config.publishedDir(), clockwork);
    }

    /** Looked at once at start, so that a key that others can read is refused before anyone asks for it. */
    @Singleton
    NodeAuthority authority(NodeIdentity identity, NodeTrust trust, NodeConfig node, Clock clock) {
        NodeAuthority authority = NodeAuthority.in(node.dataDir());
        authority.deskOf(identity, trust, clock);
        return authority;
    }

    @Singleton
    TrustEndpoint trustEndpoint(NodeIdentity identity, NodeTrust trust, NodeAuthority authority, Clock clock) {
        return new TrustEndpoint(identity, trust, () -> authority.deskOf(identity, trust, clock));
    }

    @Singleton
    CallerTrust callers(NodeIdentity identity, TlsRefusals refusals, Clock clock) {
        return new CallerTrust(identity.trust(), refusals, clock);
    }

    @Singleton
    TlsContexts tls(NodeIdentity identity, CallerTrust callers, TlsRefusals refusals, Clock clock) {
        return new TlsContexts(identity, callers, refusals, clock);
    }

    @Bean(preDestroy = "shutdownNow")
    @Singleton
    @Named("identity")
    ScheduledExecutorService clockwork() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("identity").factory());
    }

    @Singleton
    OpenConnections connections(
            NodeIdentity identity,
            CallerTrust callers,
            MeterRegistry metrics,
            @Named("identity") ScheduledExecutorService clockwork) {
        OpenConnections connections = new OpenConnections(callers, ConnectionLimits.STANDARD, metrics);
        connections.watch(identity, clockwork);
        return connections;
    }

    @Singleton
    CallGate gate(
            MeterRegistry metrics,
            CallerTrust callers,
            NodeIdentity identity,
            OpenConnections connections,
            NodeTrust trust,
            Looks looks) {
        return new CallGate(
                new CallLogInterceptor(metrics),
                new BoundsInterceptor(connections),
                new CallerInterceptor(callers, new CallRights(), identity.state()),
                new TrustAgeInterceptor(trust, identity.state()),
                new LookInterceptor(looks));
    }

    @Bean(preDestroy = "close")
    @Singleton
    CallServer server(
            GrpcConfig grpc,
            TlsContexts tls,
            OpenConnections connections,
            MeterRegistry metrics,
            CallGate gate,
            List<BindableService> endpoints) {
        InetSocketAddress address = new InetSocketAddress(grpc.bind(), grpc.port());
        CongestionControl congestion = new CongestionControl(CongestionControl.BBR, metrics);
        return new CallServer(address, tls, connections, ConnectionLimits.STANDARD, congestion, gate, endpoints);
    }

    @Bean(preDestroy = "close")
    @Singleton
    CredentialWatch credentialWatch(
            NodeIdentity identity,
            TlsConfig tls,
            Clock clock,
            MeterRegistry metrics,
            @Named("identity") ScheduledExecutorService clockwork) {
        CredentialFiles files = new CredentialFiles(tls.certificate(), tls.key());
        return new CredentialWatch(identity, files, clock, metrics, clockwork);
    }
}
