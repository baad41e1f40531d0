package org.liptako.node.rulebook;

import io.grpc.stub.StreamObserver;
import org.liptako.node.identity.Caller;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.rulebook.v1.PublishEditionRequest;
import org.liptako.rulebook.v1.PublishEditionResponse;

/** One edition on its way in: put together part by part, published when it is whole. */
final class EditionUploadEndpoint implements StreamObserver<PublishEditionRequest> {
    private final Editions editions;
    private final SigningDesk signing;
    private final StreamObserver<PublishEditionResponse> answer;
    private final EditionPartMessages parts = new EditionPartMessages();
    private boolean forSignatures;

    EditionUploadEndpoint(Editions editions, SigningDesk signing, StreamObserver<PublishEditionResponse> answer) {
        this.editions = editions;
        this.signing = signing;
        this.answer = answer;
    }

    @Override
    public void onNext(PublishEditionRequest request) {
        forSignatures |= request.getForSignatures();
        if (parts.take(request.getPart()).isPresent()) {
            throw onlyOne();
        }
    }

    @Override
    public void onCompleted() {
        try {
            SignedEdition whole = parts.end().orElseThrow(EditionUploadEndpoint::onlyOne);
            answer.onNext(forSignatures ? waiting(whole) : published(whole));
            answer.onCompleted();
        } catch (RefusedEditionException refused) {
            throw Failure.of(
                    ErrorCode.EDITION_REFUSED,
                    refused.refusal() + " : " + refused.wording().fr(),
                    refused.refusal() + ": " + refused.wording().en());
        }
    }

    private PublishEditionResponse published(SignedEdition whole) throws RefusedEditionException {
        EditionDesk.Published published = editions.publish(whole);
        return PublishEditionResponse.newBuilder()
                .setEdition(EditionMessages.summary(published.held()))
                .addAllSigners(published.signers())
                .build();
    }

    private PublishEditionResponse waiting(SignedEdition whole) throws RefusedEditionException {
        SigningDesk.Submitted submitted = signing.submit(whole, Caller.current().signatory());
        return PublishEditionResponse.newBuilder()
                .setEdition(EditionMessages.summary(EditionJudge.read(whole)))
                .addAllSigners(submitted.edition().signers())
                .setWaiting(true)
                .setAlready(submitted.already())
                .build();
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
