package org.liptako.node.identity;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;
import org.liptako.pki.validation.Validation.Accepted;
import org.liptako.pki.validation.Validation.Rejected;

/**
 * The node's two sides of mutual TLS: BoringSSL, TLS 1.3 alone, the hybrid group first, no session ever resumed.
 *
 * <p>Resumption would skip the judge, so neither a ticket is given nor a session kept. There is no fallback to another
 * provider: without BoringSSL the node does not start.
 */
public final class TlsContexts {
    private static final String[] GROUPS = {"X25519MLKEM768", "X25519", "P-256"};
    private static final int MOST_CHAIN_BYTES = 4 * 16 * 1024;

    private final OwnCredential credential;
    private final CurrentTrust trust;
    private final CallerTrust callers;
    private final TlsRefusals refusals;
    private final Clock clock;

    TlsContexts(NodeIdentity identity, CallerTrust callers, TlsRefusals refusals, Clock clock) {
        this.credential = identity.own();
        this.trust = identity.trust();
        this.callers = callers;
        this.refusals = refusals;
        this.clock = clock;
        requireBoringSsl();
    }

    /**
     * For the node's server, which shows the cross-certificates of its root too: a chain that is shown must validate, or be no worse than out of date. Who shows none comes
     * in as nobody, to whom the gate opens {@code TrustService} alone.
     */
    SslContext server() {
        return new RenewableSslContext(credential, () -> {
                    Credential now = credential.current();
                    return build(SslContextBuilder.forServer(now.key(), crossedChain(now))
                            .trustManager(ChainTrustManager.ofServer((chain, engine) -> {
                                KeyExchange.note(engine);
                                callers.judge(chain, engine);
                            }))
                            .clientAuth(ClientAuth.OPTIONAL));
                })
                .andAfter(trust.epoch());
    }

    /**
     * For the pages, which browsers ask for over HTTP/1.1. Whoever shows a certificate proves that they hold its key, and no more: whom it stands for is judged as they sign
     * in and at each page, where a refusal can be told in words.
     */
    public SslContext pages() {
        return new RenewableSslContext(credential, () -> {
                    Credential now = credential.current();
                    return ticketless(SslContextBuilder.forServer(now.key(), crossedChain(now))
                            .sslProvider(SslProvider.OPENSSL)
                            .trustManager(ChainTrustManager.ofServer((chain, engine) -> {}))
                            .clientAuth(ClientAuth.OPTIONAL));
                })
                .andAfter(trust.epoch());
    }

    /**
     * For calling a node of one State.
     *
     * @param serverNames the DNS names of which its certificate must bear one
     */
    public SslContext clientOf(State state, List<String> serverNames) {
        return new RenewableSslContext(credential, () -> {
            Credential now = credential.current();
            return build(SslContextBuilder.forClient()
                    .keyManager(now.key(), chain(now))
                    .trustManager(ChainTrustManager.ofClient(
                            (chain, engine) -> judgeServer(trust.validator(), chain, state, serverNames))));
        });
    }

    /**
     * As {@link #clientOf}, for asking about trust and nothing else, also while what is held here is too old to tell.
     *
     * <p>Shows no certificate: none is asked for, and a node that was off while the root was replaced has none that
     * others still believe.
     */
    public SslContext trustClientOf(State state, List<String> serverNames) {
        return build(SslContextBuilder.forClient()
                .trustManager(ChainTrustManager.ofClient(
                        (chain, engine) -> judgeServer(trust.forTrustAlone(chain), chain, state, serverNames))));
    }

    private void judgeServer(
            ChainValidator validator, List<X509Certificate> chain, State state, List<String> serverNames)
            throws CertificateException {
        Validation validation = validate(validator, chain, serverNames);
        switch (validation) {
            case Rejected rejected -> {
                refusals.record("server", rejected);
                throw new CertificateException(rejected.toString());
            }
            case Accepted accepted -> {
                if (accepted.party().state() != state || accepted.party().role() != Role.NODE) {
                    refusals.recordStranger(
                            "server",
                            "OTHER_PARTY",
                            "The server called as a node of " + state + " is " + accepted.party() + ".");
                    throw new CertificateException("The server is not a node of " + state + ".");
                }
            }
        }
    }

    /** The first name under which the chain is accepted; the refusal under the last where there is none. */
    private Validation validate(ChainValidator validator, List<X509Certificate> chain, List<String> serverNames) {
        @Nullable Validation validation = null;
        for (String serverName : serverNames) {
            validation = validator.validate(CandidateChain.of(chain), Expectation.server(clock.instant(), serverName));
            if (validation instanceof Accepted) {
                return validation;
            }
        }
        return Objects.requireNonNull(validation, "A node is called by a name.");
    }

    private X509Certificate[] crossedChain(Credential credential) {
        List<X509Certificate> chain = new ArrayList<>(credential.chain());
        chain.addAll(trust.crossCertificatesOf(chain));
        return chain.toArray(X509Certificate[]::new);
    }

    /** Why no node of a State is to be called; empty if nothing speaks against it. */
    public Optional<Failure> objectionTo(State state) {
        return trust.distrusted(state).map(StateDistrust::words).map(TlsContexts::untrusted);
    }

    /** Why the node of a State, with which a session is open, is believed no longer; empty if it is. */
    public Optional<Failure> objectionTo(State state, List<String> serverNames, SSLSession session) {
        Validation validation = validate(trust.validator(), CallerTrust.chainOf(session), serverNames);
        return switch (validation) {
            case Accepted accepted -> Optional.empty();
            case Rejected rejected -> {
                refusals.record("server", rejected);
                Sentence reason = new Sentence(
                        rejected.reason().french(), rejected.reason().english());
                yield Optional.of(objectionTo(state).orElseGet(() -> untrusted(reason)));
            }
        };
    }

    private static Failure untrusted(Sentence why) {
        return new Failure(ErrorCode.PEER_UNTRUSTED, why);
    }

    /** By what others are believed: it moves when a node with which a session is open may be believed no longer. */
    public TrustEpoch epoch() {
        return trust.epoch();
    }

    private static X509Certificate[] chain(Credential credential) {
        return credential.chain().toArray(X509Certificate[]::new);
    }

    private static SslContext build(SslContextBuilder builder) {
        return ticketless(GrpcSslContexts.configure(builder, SslProvider.OPENSSL));
    }

    private static SslContext ticketless(SslContextBuilder builder) {
        try {
            return new TicketlessSslContext(builder.protocols("TLSv1.3")
                    .option(OpenSslContextOption.GROUPS, GROUPS.clone())
                    .option(OpenSslContextOption.MAX_CERTIFICATE_LIST_BYTES, MOST_CHAIN_BYTES)
                    .build());
        } catch (SSLException e) {
            throw new IllegalStateException("BoringSSL does not take the node's TLS settings.", e);
        }
    }

    private static void requireBoringSsl() {
        if (!OpenSsl.isAvailable()) {
            throw new IllegalStateException(
                    "BoringSSL is missing: the node needs netty-tcnative-boringssl-static for this machine, and takes"
                            + " no other TLS.",
                    OpenSsl.unavailabilityCause());
        }
    }
}
