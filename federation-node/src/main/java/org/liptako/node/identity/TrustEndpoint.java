package org.liptako.node.identity;

import io.grpc.stub.StreamObserver;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.enrolment.Enrolment;
import org.liptako.pki.enrolment.EnrolmentDesk;
import org.liptako.pki.enrolment.RenewalRequest;
import org.liptako.pki.trust.TrustUse;
import org.liptako.trust.v1.EnrolRequest;
import org.liptako.trust.v1.EnrolResponse;
import org.liptako.trust.v1.GetAuthoritiesRequest;
import org.liptako.trust.v1.GetAuthoritiesResponse;
import org.liptako.trust.v1.GetTrustRequest;
import org.liptako.trust.v1.GetTrustResponse;
import org.liptako.trust.v1.OfferTrustRequest;
import org.liptako.trust.v1.OfferTrustResponse;
import org.liptako.trust.v1.RenewRequest;
import org.liptako.trust.v1.RenewResponse;
import org.liptako.trust.v1.TrustServiceGrpc.TrustServiceImplBase;

/** Gives out signed public documents and takes newer ones, and certifies keys for those who can show a right to it. */
final class TrustEndpoint extends TrustServiceImplBase {
    private final NodeIdentity identity;
    private final NodeTrust trust;
    private final Supplier<Optional<EnrolmentDesk>> desk;
    private final OfferTurns turns = new OfferTurns();

    /** The desk is empty where this node does not hold its State's node CA. */
    TrustEndpoint(NodeIdentity identity, NodeTrust trust, Supplier<Optional<EnrolmentDesk>> desk) {
        this.identity = identity;
        this.trust = trust;
        this.desk = desk;
    }

    @Override
    public void getAuthorities(GetAuthoritiesRequest request, StreamObserver<GetAuthoritiesResponse> answer) {
        List<X509Certificate> chain = identity.credential().chain();
        answer.onNext(GetAuthoritiesResponse.newBuilder()
                .setRoot(TrustMessages.encoded(identity.root()))
                .addAllIntermediates(TrustMessages.chain(chain.subList(1, chain.size())))
                .build());
        answer.onCompleted();
    }

    @Override
    public void getTrust(GetTrustRequest request, StreamObserver<GetTrustResponse> answer) {
        answer.onNext(TrustMessages.answer(request, trust));
        answer.onCompleted();
    }

    @Override
    public void offerTrust(OfferTrustRequest request, StreamObserver<OfferTrustResponse> answer) {
        List<String> refusals =
                turns.judged(() -> TrustMessages.take(trust, request.getStatesList(), request.getListsList()));
        answer.onNext(OfferTrustResponse.newBuilder()
                .setNewest(trust.number())
                .addAllRefusals(refusals)
                .build());
        answer.onCompleted();
    }

    @Override
    public void enrol(EnrolRequest request, StreamObserver<EnrolResponse> answer) {
        trust.mustServe(TrustUse.ENROLMENT);
        List<X509Certificate> chain =
                issued(desk().enrol(request.getToken(), request.getRequest().toByteArray()));
        answer.onNext(EnrolResponse.newBuilder()
                .addAllChain(TrustMessages.chain(chain))
                .build());
        answer.onCompleted();
    }

    @Override
    public void renew(RenewRequest request, StreamObserver<RenewResponse> answer) {
        RenewalRequest renewal = new RenewalRequest(
                request.getFormer().toByteArray(),
                request.getRequest().toByteArray(),
                request.getProof().toByteArray());
        answer.onNext(RenewResponse.newBuilder()
                .addAllChain(TrustMessages.chain(issued(desk().renew(renewal))))
                .build());
        answer.onCompleted();
    }

    private EnrolmentDesk desk() {
        return desk.get()
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_READY,
                        "Ce nœud n'a pas l'autorité des nœuds de son État ; adressez-vous au nœud qui l'a.",
                        "This node does not hold its State's node authority; ask the node that does."));
    }

    private static List<X509Certificate> issued(Enrolment enrolment) {
        return switch (enrolment) {
            case Enrolment.Issued issued -> issued.chain();
            case Enrolment.Refused refused ->
                throw Failure.of(
                        ErrorCode.ENROLMENT_REFUSED,
                        "Le certificat est refusé (" + refused.reason() + ") : "
                                + refused.reason().french(),
                        "The certificate is refused (" + refused.reason() + "): "
                                + refused.reason().english());
        };
    }
}
