package org.liptako.node.rulebook;

import io.grpc.stub.StreamObserver;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.rulebook.v1.PublishEditionRequest;
import org.liptako.rulebook.v1.PublishEditionResponse;

/** One edition on its way in: put together part by part, published when it is whole. */
final class EditionUploadEndpoint implements StreamObserver<PublishEditionRequest> {
    private final Editions editions;
    private final StreamObserver<PublishEditionResponse> answer;
    private final EditionPartMessages parts = new EditionPartMessages();

    EditionUploadEndpoint(Editions editions, StreamObserver<PublishEditionResponse> answer) {
        this.editions = editions;
        this.answer = answer;
    }

    @Override
    public void onNext(PublishEditionRequest request) {
        if (parts.take(request.getPart()).isPresent()) {
            throw onlyOne();
        }
    }

    @Override
    public void onCompleted() {
        try {
            EditionDesk.Published published = editions.publish(parts.end().orElseThrow(EditionUploadEndpoint::onlyOne));
            answer.onNext(PublishEditionResponse.newBuilder()
                    .setEdition(EditionMessages.summary(published.held()))
                    .addAllSigners(published.signers())
                    .build());
            answer.onCompleted();
        } catch (RefusedEditionException refused) {
            throw Failure.of(
                    ErrorCode.EDITION_REFUSED,
                    refused.refusal() + " : " + refused.wording().fr(),
                    refused.refusal() + ": " + refused.wording().en());
        }
    }

    @Override
    public void onError(Throwable ended) {
        // The caller went away before the edition was whole: nothing was taken.
    }

    private static Failure onlyOne() {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Un appel publie une édition, et une seule.",
                "A call publishes one edition, and no more.");
    }
}
