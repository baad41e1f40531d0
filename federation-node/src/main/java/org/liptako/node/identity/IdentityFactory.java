package org.liptako.node.identity;

import io.grpc.BindableService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.liptako.node.config.GrpcConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.TlsConfig;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;

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
    TrustEpoch epoch() {
        return new TrustEpoch();
    }

    @Singleton
    TlsRefusals refusals(MeterRegistry metrics, Clock clock) {
        return new TlsRefusals(metrics, clock);
    }

    @Singleton
    CallerTrust callers(NodeIdentity identity, TrustEpoch epoch, TlsRefusals refusals, Clock clock) {
        return new CallerTrust(identity.validator(), epoch, refusals, clock);
    }

    @Singleton
    TlsContexts tls(NodeIdentity identity, CallerTrust callers, TlsRefusals refusals, Clock clock) {
        return new TlsContexts(identity, callers, refusals, clock);
    }

    @Singleton
    CallGate gate(MeterRegistry metrics, CallerTrust callers, NodeIdentity identity) {
        CallerInterceptor caller = new CallerInterceptor(callers, new CallRights(), identity.state());
        return new CallGate(new CallLogInterceptor(metrics), caller);
    }

    @Bean(preDestroy = "close")
    @Singleton
    CallServer server(GrpcConfig grpc, TlsContexts tls, CallGate gate, List<BindableService> endpoints) {
        return new CallServer(new InetSocketAddress(grpc.bind(), grpc.port()), tls, gate, endpoints);
    }
}
