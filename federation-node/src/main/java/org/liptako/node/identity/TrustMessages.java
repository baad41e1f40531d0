package org.liptako.node.identity;

import com.google.protobuf.ByteString;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.liptako.pki.trust.PublishedList;
import org.liptako.trust.v1.GetTrustResponse;
import org.liptako.trust.v1.OfferTrustRequest;
import org.liptako.trust.v1.RevocationList;
import org.liptako.trust.v1.SignedTrustState;

/** Trust as the protocol writes it. */
public final class TrustMessages {
    /** Half of the largest message: what fits is sent, the rest is asked for again. */
    private static final int MOST_BYTES = ServerLimits.MESSAGE_BYTES / 2;

    private static final int MOST_STATES = 8;
    private static final int MOST_LISTS = 64;

    private TrustMessages() {}

    /** What a caller missed who holds the trust state of that number. */
    public static GetTrustResponse missedBy(long held, NodeTrust trust) {
        GetTrustResponse.Builder answer = GetTrustResponse.newBuilder().setNewest(trust.number());
        int bytes = 0;
        for (org.liptako.pki.trust.SignedTrustState state : trust.after(held, MOST_STATES)) {
            SignedTrustState message = toMessage(state);
            bytes += message.getSerializedSize();
            if (bytes > MOST_BYTES) {
                return answer.build();
            }
            answer.addStates(message);
        }
        for (PublishedList list : trust.lists()) {
            RevocationList message = toMessage(list);
            bytes += message.getSerializedSize();
            if (bytes > MOST_BYTES || answer.getListsCount() == MOST_LISTS) {
                return answer.build();
            }
            answer.addLists(message);
        }
        return answer.build();
    }

    /** The same, as something to be handed over. */
    public static OfferTrustRequest offerAfter(long held, NodeTrust trust) {
        GetTrustResponse missed = missedBy(held, trust);
        return OfferTrustRequest.newBuilder()
                .addAllStates(missed.getStatesList())
                .addAllLists(missed.getListsList())
                .build();
    }

    /** Takes what was sent; why some of it was refused. */
    public static List<String> take(NodeTrust trust, List<SignedTrustState> states, List<RevocationList> lists) {
        return trust.take(
                states.stream()
                        .map(state -> new org.liptako.pki.trust.SignedTrustState(
                                state.getContent().toByteArray(),
                                state.getSignatures().toByteArray()))
                        .toList(),
                lists.stream()
                        .map(list -> new PublishedList(
                                list.getList().toByteArray(), list.getIssuer().toByteArray()))
                        .toList());
    }

    static List<ByteString> chain(List<X509Certificate> certificates) {
        return certificates.stream().map(TrustMessages::encoded).toList();
    }

    static ByteString encoded(X509Certificate certificate) {
        try {
            return ByteString.copyFrom(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was just validated cannot be encoded.", e);
        }
    }

    private static SignedTrustState toMessage(org.liptako.pki.trust.SignedTrustState state) {
        return SignedTrustState.newBuilder()
                .setContent(ByteString.copyFrom(state.content()))
                .setSignatures(ByteString.copyFrom(state.signatures()))
                .build();
    }

    private static RevocationList toMessage(PublishedList list) {
        return RevocationList.newBuilder()
                .setList(ByteString.copyFrom(list.list()))
                .setIssuer(ByteString.copyFrom(list.issuer()))
                .build();
    }
}
