package org.liptako.pki.trust;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.Zone;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.ChainValidator;

/**
 * The line of trust states as one node knows it, and the judge of what may follow.
 *
 * <p>A successor has the next number, names the newest one's digest, is dated after it, and is signed by the quorum
 * that the newest one asks for, under the newest one's roots: a state never vouches for itself. The first that a node
 * ever sees may have any number, and is signed under the roots of its configuration. So a node that slept while a root
 * was replaced takes the states that it missed, one by one, from any peer. Immutable.
 */
public final class TrustHistory {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Zone zone;
    private final List<X509Certificate> foundingRoots;
    private final @Nullable HeldTrustState before;
    private final @Nullable HeldTrustState newest;

    private TrustHistory(
            Zone zone,
            List<X509Certificate> foundingRoots,
            @Nullable HeldTrustState before,
            @Nullable HeldTrustState newest) {
        this.zone = zone;
        this.foundingRoots = List.copyOf(foundingRoots);
        this.before = before;
        this.newest = newest;
    }

    /** Nothing but the roots of the configuration. */
    public static TrustHistory founded(Zone zone, List<X509Certificate> roots) {
        return new TrustHistory(zone, roots, null, null);
    }

    /** The newest trust state; empty before the first. */
    public Optional<HeldTrustState> newest() {
        return Optional.ofNullable(newest);
    }

    /** This history, with one more. */
    public TrustHistory with(Acceptance.Accepted accepted) {
        return new TrustHistory(zone, foundingRoots, newest, accepted.held());
    }

    /**
     * Judges a trust state that someone offers. What is cheap comes first, so that old news costs nothing.
     *
     * @param lists the revocation lists held now: a signer whom one of them revokes at or before the time of signing
     *     does not count
     * @param now by this node's clock
     */
    public Acceptance judge(SignedTrustState offered, RevocationLists lists, Instant now) {
        HeldTrustState held = newest;
        if (held != null && held.digest().equals(offered.digest())) {
            return new Acceptance.AlreadyHeld(held.state().number());
        }
        try {
            TrustState state = decoded(offered);
            requireTurn(state);
            if (state.issuedAt().isAfter(now.plus(CLOCK_SKEW))) {
                throw new RefusedException(TrustRefusal.FROM_THE_FUTURE, "dated " + state.issuedAt());
            }
            quorumFor(state).require(offered, state, lists, now);
            // Only now: anyone can write down a rival, and only a signed one is a reason for alarm.
            requireLine(state);
            return new Acceptance.Accepted(new HeldTrustState(state, offered));
        } catch (RefusedException e) {
            return e.refused();
        }
    }

    private TrustState decoded(SignedTrustState offered) throws RefusedException {
        if (offered.contentLength() > TrustStateCodec.MAX_BYTES) {
            throw new RefusedException(TrustRefusal.TOO_LARGE, offered.contentLength() + " bytes");
        }
        try {
            TrustState state = new TrustStateCodec(zone).decode(offered.content());
            // Refuses what would leave the node without a usable root.
            new ChainValidator(zone, state.material(RevocationLists.none(), Set.of()));
            return state;
        } catch (MalformedTrustStateException | IllegalArgumentException e) {
            throw new RefusedException(TrustRefusal.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private void requireTurn(TrustState state) throws RefusedException {
        HeldTrustState held = newest;
        if (held == null) {
            return;
        }
        String numbers = "number " + state.number() + ", held " + held.state().number();
        if (state.number() < held.state().number()) {
            throw new RefusedException(TrustRefusal.OLD, numbers);
        }
        if (state.number() > held.state().number() + 1) {
            throw new RefusedException(TrustRefusal.GAPPED, numbers);
        }
    }

    private TrustQuorum quorumFor(TrustState state) {
        HeldTrustState held = newest;
        HeldTrustState predecessor =
                held != null && state.number() == held.state().number() ? before : held;
        return predecessor == null
                ? TrustQuorum.founding(zone, foundingRoots)
                : TrustQuorum.under(zone, predecessor.state());
    }

    private void requireLine(TrustState state) throws RefusedException {
        HeldTrustState held = newest;
        if (held == null) {
            return;
        }
        if (!state.previous().equals(Optional.of(held.digest()))) {
            throw new RefusedException(TrustRefusal.FORKED, "number " + state.number());
        }
        if (!state.issuedAt().isAfter(held.state().issuedAt())) {
            throw new RefusedException(
                    TrustRefusal.BACKDATED,
                    "dated " + state.issuedAt() + ", held " + held.state().issuedAt());
        }
    }
}
