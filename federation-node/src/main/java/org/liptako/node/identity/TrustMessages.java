package org.liptako.node.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import org.liptako.pki.trust.HeldList;
import org.liptako.pki.trust.PublishedList;
import org.liptako.trust.v1.GetTrustRequest;
import org.liptako.trust.v1.GetTrustResponse;
import org.liptako.trust.v1.HeldRevocationList;
import org.liptako.trust.v1.OfferTrustRequest;
import org.liptako.trust.v1.RevocationList;
import org.liptako.trust.v1.SignedTrustState;

/** Trust as the protocol writes it. */
public final class TrustMessages {
    /** Of states, and of lists: both together stay below the largest message. What fits is sent, the rest is asked for again. */
    private static final int MOST_BYTES = ServerLimits.MESSAGE_BYTES / 3;

    private static final int MOST_STATES = 8;
    private static final int MOST_LISTS = 64;
    private static final int MOST_HELD = 256;

    private TrustMessages() {}

    /** Asks for what this node missed. */
    public static GetTrustRequest question(NodeTrust trust) {
        return GetTrustRequest.newBuilder()
                .setHeld(trust.number())
                .addAllHeldLists(HeldListMessages.of(trust.heldLists()))
                .build();
    }

    /** What the asker missed, and what is held here. */
    static GetTrustResponse answer(GetTrustRequest asked, NodeTrust trust) {
        return GetTrustResponse.newBuilder()
                .setNewest(trust.number())
                .addAllStates(statesAfter(asked.getHeld(), trust))
                .addAllLists(listsNewerThan(asked.getHeldListsList(), trust))
                .addAllHeldLists(HeldListMessages.of(trust.heldLists()))
                .build();
    }

    /** What a peer missed that has told what it holds. */
    public static OfferTrustRequest missedBy(GetTrustResponse told, NodeTrust trust) {
        return OfferTrustRequest.newBuilder()
                .addAllStates(statesAfter(told.getNewest(), trust))
                .addAllLists(listsNewerThan(told.getHeldListsList(), trust))
                .build();
    }

    private static List<SignedTrustState> statesAfter(long held, NodeTrust trust) {
        return fitting(
                trust.after(held, MOST_STATES).stream()
                        .map(TrustMessages::toMessage)
                        .toList(),
                MOST_STATES);
    }

    /** The shortest first, so that no State's long list keeps those of the others from being passed on. */
    private static List<RevocationList> listsNewerThan(List<HeldRevocationList> held, NodeTrust trust) {
        HeldListMessages known = new HeldListMessages(held.subList(0, Math.min(held.size(), MOST_HELD)));
        return fitting(
                trust.heldLists().stream()
                        .filter(known::isNews)
                        .sorted(Comparator.comparing(
                                        (HeldList list) -> list.base().isPresent())
                                .thenComparingInt(list -> list.published().listLength()))
                        .map(list -> toMessage(list.published()))
                        .toList(),
                MOST_LISTS);
    }

    private static <M extends MessageLite> List<M> fitting(List<M> messages, int most) {
        int bytes = 0;
        int fit = 0;
        while (fit < messages.size()
                && fit < most
                && (bytes += messages.get(fit).getSerializedSize()) <= MOST_BYTES) {
            fit++;
        }
        return messages.subList(0, fit);
    }

    /** Takes what was sent, no more of it than we would send; why some of it was refused. */
    public static List<String> take(NodeTrust trust, List<SignedTrustState> states, List<RevocationList> lists) {
        return trust.take(
                states.stream()
                        .limit(MOST_STATES)
                        .map(state -> new org.liptako.pki.trust.SignedTrustState(
                                state.getContent().toByteArray(),
                                state.getSignatures().toByteArray()))
                        .toList(),
                lists.stream()
                        .limit(MOST_LISTS)
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
