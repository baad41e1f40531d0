package org.liptako.node.identity;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.liptako.trust.v1.GetAuthoritiesRequest;
import org.liptako.trust.v1.GetAuthoritiesResponse;
import org.liptako.trust.v1.TrustServiceGrpc.TrustServiceImplBase;

/** Gives out the certificates that make the node's own checkable. */
@Singleton
final class TrustEndpoint extends TrustServiceImplBase {
    private final GetAuthoritiesResponse authorities;

    TrustEndpoint(NodeIdentity identity) {
        List<X509Certificate> chain = identity.credential().chain();
        GetAuthoritiesResponse.Builder answer =
                GetAuthoritiesResponse.newBuilder().setRoot(encoded(identity.root()));
        chain.stream().skip(1).map(TrustEndpoint::encoded).forEach(answer::addIntermediates);
        this.authorities = answer.build();
    }

    @Override
    public void getAuthorities(GetAuthoritiesRequest request, StreamObserver<GetAuthoritiesResponse> answer) {
        answer.onNext(authorities);
        answer.onCompleted();
    }

    private static ByteString encoded(X509Certificate certificate) {
        try {
            return ByteString.copyFrom(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was just validated cannot be encoded.", e);
        }
    }
}
