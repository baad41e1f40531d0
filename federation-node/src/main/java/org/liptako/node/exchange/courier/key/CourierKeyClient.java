package org.liptako.node.exchange.courier.key;

import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.exchange.v1.CourierKeyServiceGrpc;
import org.liptako.exchange.v1.GetCourierKeyRequest;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.PeerFailure;
import org.liptako.node.wire.Sentence;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.sealing.SealingPublicKey;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementVerifier;

/** Asks the data centre that is to receive a copy for the key of its disks, and believes only its own node's signature. Thread-safe. */
public final class CourierKeyClient {
    private static final int DEADLINE_SECONDS = 15;
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);
    private static final Sentence OTHER = new Sentence(
            "elle n'est pas signée par son nœud pour cette autorisation.",
            "it is not signed by its node for this grant.");

    private final PeerChannels channels;
    private final StatementVerifier verifier;
    private final Clock clock;

    public CourierKeyClient(PeerChannels channels, StatementVerifier verifier, Clock clock) {
        this.channels = channels;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * The key for a grant's disks.
     *
     * @throws Failure PEER_SILENT if the receiver does not answer; STATEMENT_INVALID if it gives no key of its own for this grant
     */
    public ReceiverKey key(ExchangeGrant grant, State receiver) {
        try {
            channels.retryNow(receiver);
            SignedStatement word =
                    StatementMessages.fromMessage(CourierKeyServiceGrpc.newBlockingStub(channels.channel(receiver))
                            .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                            .getCourierKey(GetCourierKeyRequest.newBuilder()
                                    .setGrant(grant.serial().value())
                                    .build())
                            .getKey());
            return new ReceiverKey(verified(word, grant), Optional.of(word));
        } catch (StatusRuntimeException e) {
            throw PeerFailure.of(receiver.name(), e);
        }
    }

    /**
     * Believes a key that was given before only as long as the word by which it was given is still to be believed: it may have been signed by a node whose
     * certificate is revoked since.
     *
     * @throws Failure STATEMENT_INVALID otherwise, with the reason
     */
    public void mustBelieve(ReceiverKey key, ExchangeGrant grant) {
        verified(key.word().orElseThrow(() -> refused(grant.targetSite(), null, OTHER)), grant);
    }

    private SealingPublicKey verified(SignedStatement signed, ExchangeGrant grant) {
        try {
            CourierKeyStatement statement = CourierKeyStatement.parse(signed.payload());
            Party signer = verifier.verify(signed, CourierKeyStatement.CONTEXT, statement.at());
            boolean own = signer.role() == Role.NODE
                    && signer.dataCentre().filter(grant.targetSite()::equals).isPresent();
            boolean meant =
                    statement.grant().equals(grant.serial()) && statement.site().equals(grant.targetSite());
            if (own && meant && !statement.at().isAfter(clock.instant().plus(CLOCK_TOLERANCE))) {
                return statement.publicKey();
            }
        } catch (StatementException e) {
            throw refused(grant.targetSite(), e, new Sentence(e.french(), String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            throw refused(grant.targetSite(), e, OTHER);
        }
        throw refused(grant.targetSite(), null, OTHER);
    }

    private static Failure refused(SiteId site, @Nullable RuntimeException cause, Sentence why) {
        return new Failure(
                ErrorCode.STATEMENT_INVALID,
                new Sentence(
                        "La clé reçue pour les disques n'est pas, ou plus, à croire du site " + site + " : " + why.fr(),
                        "The key received for the disks is not, or no longer, to be believed of site " + site + ": "
                                + why.en()),
                cause);
    }
}
