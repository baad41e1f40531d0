package org.liptako.node.peer;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.PeerFailure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.enrolment.RenewalRequest;
import org.liptako.trust.v1.RenewRequest;
import org.liptako.trust.v1.RenewResponse;
import org.liptako.trust.v1.TrustServiceGrpc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the node of the own State that holds its node CA; connects for each question, which are two a day. */
final class AuthorityClient implements LeafAuthority {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorityClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_CERTIFICATES = 4;

    private final Supplier<ManagedChannel> connecting;
    private final TrustClient trust;

    AuthorityClient(Supplier<ManagedChannel> connecting, TrustClient trust) {
        this.connecting = connecting;
        this.trust = trust;
    }

    @Override
    public void catchUp() {
        try {
            connected(channel -> {
                trust.fetch(channel);
                return true;
            });
        } catch (StatusRuntimeException silent) {
            LOG.debug("The State's authority does not answer about trust.", silent);
        }
    }

    @Override
    public RenewalAnswer renew(RenewalRequest request) {
        RenewRequest message = RenewRequest.newBuilder()
                .setFormer(ByteString.copyFrom(request.former()))
                .setRequest(ByteString.copyFrom(request.request()))
                .setProof(ByteString.copyFrom(request.proof()))
                .build();
        try {
            RenewResponse answer = connected(channel -> TrustServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .renew(message));
            return new RenewalAnswer.Issued(chain(answer));
        } catch (StatusRuntimeException thrown) {
            Sentence why = PeerFailure.words(thrown);
            return ErrorTrailer.codeOf(thrown)
                            .filter(ErrorCode.ENROLMENT_REFUSED::equals)
                            .isPresent()
                    ? new RenewalAnswer.Refused(why)
                    : new RenewalAnswer.Failed(why);
        } catch (CertificateException unreadable) {
            return new RenewalAnswer.Failed(new Sentence(
                    "l'autorité a répondu par ce qui n'est pas une chaîne de certificats",
                    "the authority answered with what is no chain of certificates"));
        }
    }

    private <T> T connected(Function<ManagedChannel, T> question) {
        ManagedChannel channel = connecting.get();
        try {
            return question.apply(channel);
        } finally {
            channel.shutdownNow();
        }
    }

    private static List<X509Certificate> chain(RenewResponse answer) throws CertificateException {
        if (answer.getChainCount() == 0 || answer.getChainCount() > MOST_CERTIFICATES) {
            throw new CertificateException("A chain of " + answer.getChainCount() + " certificates.");
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (ByteString der : answer.getChainList()) {
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der.toByteArray())));
        }
        return chain;
    }
}
