package org.liptako.node.placement;

import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.StateDistrust;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.PeerFailure;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.placement.v1.AcceptGrantRequest;
import org.liptako.placement.v1.JudgePlacementRequest;
import org.liptako.placement.v1.PlacementPeerServiceGrpc;
import org.liptako.placement.v1.PlacementPeerServiceGrpc.PlacementPeerServiceBlockingStub;

/** Asks another State's node to judge, and hands it grants, over gRPC. */
final class PlacementPeerClient implements HostNode {
    private static final long DEADLINE_SECONDS = 5;

    private final PeerChannels channels;
    private final NodeTrust trust;

    PlacementPeerClient(PeerChannels channels, NodeTrust trust) {
        this.channels = channels;
        this.trust = trust;
    }

    @Override
    public HostAnswer judge(State host, SignedStatement homeStatement) {
        JudgePlacementRequest request = JudgePlacementRequest.newBuilder()
                .setHomeStatement(StatementMessages.toMessage(homeStatement))
                .build();
        return call(
                host,
                stub -> StatementMessages.fromMessage(
                        stub.judgePlacement(request).getHostStatement()));
    }

    @Override
    public HostAnswer accept(State host, SignedStatement grant) {
        AcceptGrantRequest request = AcceptGrantRequest.newBuilder()
                .setGrant(StatementMessages.toMessage(grant))
                .build();
        return call(
                host,
                stub -> StatementMessages.fromMessage(stub.acceptGrant(request).getAcceptance()));
    }

    private HostAnswer call(State host, Function<PlacementPeerServiceBlockingStub, SignedStatement> call) {
        Optional<StateDistrust> distrust = trust.distrusted(host);
        if (distrust.isPresent()) {
            return new HostAnswer.Distrusted(distrust.get());
        }
        try {
            PlacementPeerServiceBlockingStub stub = PlacementPeerServiceGrpc.newBlockingStub(channels.channel(host))
                    .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
            return new HostAnswer.Said(call.apply(stub));
        } catch (StatusRuntimeException e) {
            return refusal(host, e);
        } catch (Failure e) {
            return e.code() == ErrorCode.STATEMENT_INVALID
                    ? new HostAnswer.Declined(Optional.of(e.code()), e.sentence())
                    : new HostAnswer.Silent(e.toString());
        }
    }

    /** Only a refusal that would come again ends the matter; everything else may be otherwise in a moment. */
    private static HostAnswer refusal(State host, StatusRuntimeException e) {
        if (ErrorTrailer.codeOf(e)
                .filter(code -> code == ErrorCode.TRUST_TOO_OLD
                        || code == ErrorCode.NOT_WITNESSED
                        || code == ErrorCode.NOT_READY)
                .isPresent()) {
            return new HostAnswer.NotYet(
                    e.getStatus().getCause() instanceof Failure own
                            ? own.sentence()
                            : PeerFailure.of(host.name(), e).sentence());
        }
        return switch (e.getStatus().getCode()) {
            case INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    FAILED_PRECONDITION,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED -> declined(e);
            case OK,
                    CANCELLED,
                    UNKNOWN,
                    DEADLINE_EXCEEDED,
                    RESOURCE_EXHAUSTED,
                    ABORTED,
                    INTERNAL,
                    UNAVAILABLE,
                    DATA_LOSS,
                    UNAUTHENTICATED -> new HostAnswer.Silent(e.getStatus().toString());
        };
    }

    private static HostAnswer declined(StatusRuntimeException e) {
        return new HostAnswer.Declined(ErrorTrailer.codeOf(e), PeerFailure.words(e));
    }
}
