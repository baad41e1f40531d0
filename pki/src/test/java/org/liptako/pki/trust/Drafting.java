package org.liptako.pki.trust;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.Alliance;
import org.liptako.pki.quorum.QuorumSigner;

/** Trust states drawn up and signed for tests. */
final class Drafting {
    static final Instant NOW = Alliance.NOW;
    static final TrustStateCodec CODEC = new TrustStateCodec(Alliance.ZONE);
    static final Duration DAY = Duration.ofDays(1);

    private Drafting() {}

    /** The number-th state of an alliance, a day before now and a day later for each number. */
    static TrustState state(Alliance alliance, long number, @Nullable SignedTrustState previous) {
        return state(alliance, number, previous, NOW.minus(Duration.ofDays(20)).plus(DAY.multipliedBy(number)));
    }

    static TrustState state(Alliance alliance, long number, @Nullable SignedTrustState previous, Instant issuedAt) {
        return state(edition(number, previous, issuedAt), alliance.roots(), List.of(), alliance);
    }

    /** One that names the State CAs of these alliances. */
    static TrustState state(
            Edition edition, List<X509Certificate> roots, List<X509Certificate> crossCertificates, Alliance... named) {
        List<AuthorityStatus> authorities = new ArrayList<>();
        for (Alliance alliance : named) {
            for (State state : State.values()) {
                authorities.add(
                        new AuthorityStatus(state, alliance.stateCa(state).certificate(), new Standing.Good()));
            }
        }
        return new TrustState(
                edition,
                new Anchors(roots, crossCertificates),
                new Revocations(authorities, List.of()),
                List.of(),
                new Directory(
                        List.of(new NodeAddress(
                                Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1"),
                                "node-1.ml-bko-1.ml.aes.internal",
                                9443)),
                        List.of()));
    }

    static Edition edition(long number, @Nullable SignedTrustState previous, Instant issuedAt) {
        Digest digest = previous == null ? null : previous.digest();
        return new Edition(number, digest, issuedAt, issuedAt.plus(Duration.ofDays(30)));
    }

    /** Signed by the administrators of Mali and Niger, an hour after it was drawn up. */
    static SignedTrustState signed(Alliance alliance, TrustState state) {
        return signed(
                state,
                state.issuedAt().plus(Duration.ofHours(1)),
                administrator(alliance, State.ML, state),
                administrator(alliance, State.NE, state));
    }

    static SignedTrustState signed(TrustState state, Instant at, Credential... signers) {
        byte[] content = CODEC.encode(state);
        List<byte[]> signatures = new ArrayList<>();
        for (Credential signer : signers) {
            signatures.add(QuorumSigner.sign(content, signer, at));
        }
        return new SignedTrustState(content, QuorumSigner.join(content, signatures));
    }

    /** An administrator whose certificate is as old as the state. */
    static Credential administrator(Alliance alliance, State of, TrustState state) {
        return alliance.certified(
                Party.of(of, Role.ADMINISTRATOR, "1"),
                Alliance.newKey(),
                state.issuedAt().minus(DAY));
    }
}
