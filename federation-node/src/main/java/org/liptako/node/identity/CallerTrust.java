package org.liptako.node.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.pki.validation.Validation;
import org.liptako.pki.validation.Validation.Accepted;
import org.liptako.pki.validation.Validation.Rejected;

/**
 * Turns the chain behind a TLS session into a caller, in the handshake and again at each call.
 *
 * <p>TLS checks a chain once and a connection lives for hours, so a call counts on the handshake for nothing: it takes
 * the caller kept in the session only while no certificate of the chain has expired and the trust epoch stands; else it
 * validates anew.
 */
final class CallerTrust implements CertifiedCallers {
    private static final String KEPT = "liptako.caller";

    private final CurrentTrust trust;
    private final TlsRefusals refusals;
    private final Clock clock;

    /** A caller, and how long its validation may be relied on. */
    private record Kept(Caller caller, Instant expiry, long epoch) {}

    CallerTrust(CurrentTrust trust, TlsRefusals refusals, Clock clock) {
        this.trust = trust;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * The judge of the handshake: of a chain that is shown, which is believed, or refused, or out of date.
     *
     * <p>Who is out of date may come in, and is nobody: a node that was dark for days must be able to fetch the trust
     * state and to renew, and no other call is open to it.
     */
    void judge(List<X509Certificate> chain, SSLEngine engine) throws CertificateException {
        long now = trust.epoch().number();
        switch (validate(chain)) {
            case Accepted accepted -> keep(engine.getHandshakeSession(), accepted, now);
            case Rejected rejected -> {
                refusals.record("client", rejected);
                if (!isOutOfDate(rejected.reason())) {
                    throw new CertificateException(rejected.toString());
                }
            }
        }
    }

    private static boolean isOutOfDate(RejectionReason reason) {
        return reason == RejectionReason.EXPIRED || reason == RejectionReason.REVOCATION_UNKNOWN;
    }

    /** Whether nobody has shown a certificate on this session. */
    boolean isStranger(SSLSession session) {
        return chainOf(session).isEmpty();
    }

    /**
     * Who calls on this session.
     *
     * @throws Failure CALLER_UNTRUSTED if the chain is not, or no longer, valid
     */
    Caller callerOf(SSLSession session) {
        long now = trust.epoch().number();
        if (session.getValue(KEPT) instanceof Kept kept
                && kept.epoch() == now
                && clock.instant().isBefore(kept.expiry())) {
            return kept.caller();
        }
        return switch (validate(chainOf(session))) {
            case Accepted accepted -> keep(session, accepted, now);
            case Rejected rejected -> {
                session.removeValue(KEPT);
                refusals.record("call", rejected);
                throw untrusted(rejected);
            }
        };
    }

    @Override
    public Caller of(List<X509Certificate> chain) {
        return switch (validate(chain)) {
            case Accepted accepted -> caller(accepted);
            case Rejected rejected -> {
                refusals.record("page", rejected);
                throw untrusted(rejected);
            }
        };
    }

    private static Caller caller(Accepted accepted) {
        X509Certificate own = accepted.path().getFirst();
        return new Caller(accepted.party(), fingerprint(own), Signatory.keyOf(own));
    }

    private static Caller keep(SSLSession session, Accepted accepted, long epoch) {
        Caller caller = caller(accepted);
        session.putValue(KEPT, new Kept(caller, accepted.expiry(), epoch));
        return caller;
    }

    private Validation validate(List<X509Certificate> chain) {
        return trust.validator().validate(CandidateChain.of(chain), Expectation.client(clock.instant()));
    }

    static List<X509Certificate> chainOf(SSLSession session) {
        try {
            Certificate[] presented = session.getPeerCertificates();
            return Stream.of(presented).map(X509Certificate.class::cast).toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    private static Failure untrusted(Rejected rejected) {
        return new Failure(
                ErrorCode.CALLER_UNTRUSTED,
                new Sentence(rejected.reason().french(), rejected.reason().english()));
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was just validated has no fingerprint.", e);
        }
    }
}
