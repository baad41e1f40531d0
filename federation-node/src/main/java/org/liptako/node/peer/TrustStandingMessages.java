package org.liptako.node.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.liptako.federation.v1.AuthorityStanding;
import org.liptako.federation.v1.ListStanding;
import org.liptako.federation.v1.TrustStanding;
import org.liptako.node.wire.Sentence;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.trust.AuthorityStatus;
import org.liptako.pki.trust.BelievedTrust;
import org.liptako.pki.trust.HeldList;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.trust.Standing;
import org.liptako.pki.trust.TrustState;

/** What a node believes, as the protocol writes it. */
final class TrustStandingMessages {
    private static final Sentence BELIEVED = new Sentence("crue", "believed");
    private static final Sentence RULED_OUT = new Sentence(
            "écartée par la liste de défiance propre à ce nœud", "ruled out by this node's own distrust list");

    private TrustStandingMessages() {}

    static TrustStanding of(BelievedTrust believed, Instant now) {
        TrustStanding.Builder message = TrustStanding.newBuilder();
        believed.newest().map(HeldTrustState::state).ifPresent(state -> {
            message.setNumber(state.number())
                    .setIssuedAt(state.issuedAt().toString())
                    .setNextUpdate(state.nextUpdate().toString())
                    .setAgeSeconds(age(state, now).toSeconds());
            for (AuthorityStatus authority : state.revocations().authorities()) {
                message.addAuthorities(authority(authority, believed.distrust().authorities()));
            }
        });
        believed.shelf().held().stream()
                .map(TrustStandingMessages::list)
                .sorted((one, other) -> one.getIssuer().compareTo(other.getIssuer()))
                .forEach(message::addLists);
        return message.build();
    }

    /** A trust state may be dated some minutes after this node's clock. */
    private static Duration age(TrustState state, Instant now) {
        Duration age = Duration.between(state.issuedAt(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static AuthorityStanding authority(AuthorityStatus authority, Set<Digest> ownList) {
        boolean ruledOut = ownList.contains(authority.digest());
        return AuthorityStanding.newBuilder()
                .setState(authority.state().name())
                .setCertificate(authority.digest().hex())
                .setBelieved(authority.isGood() && !ruledOut)
                .setWords(SentenceMessages.toMessage(words(authority.standing(), ruledOut)))
                .build();
    }

    private static Sentence words(Standing standing, boolean ruledOut) {
        return switch (standing) {
            case Standing.Revoked revoked ->
                new Sentence(
                        "révoquée (" + revoked.reason() + ") depuis " + revoked.since(),
                        "revoked (" + revoked.reason() + ") since " + revoked.since());
            case Standing.Good good -> ruledOut ? RULED_OUT : BELIEVED;
        };
    }

    private static ListStanding list(HeldList held) {
        return ListStanding.newBuilder()
                .setIssuer(held.issuer())
                .setNumber(held.number().toString())
                .setDelta(held.base().isPresent())
                .setThisUpdate(held.list().thisUpdate().toString())
                .setNextUpdate(held.list().nextUpdate().map(Instant::toString).orElse(""))
                .build();
    }
}
