package org.liptako.pki.trust;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.encoding.DerDepth;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.StateNames;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.RevocationListException;
import org.liptako.pki.revocation.RevocationLists;

/**
 * The newest revocation lists of each CA, complete and delta, and the judge of what may replace them.
 *
 * <p>Numbers only grow (RFC 5280 section 5.2.3). A list may be past its end and still be taken, since it tells more
 * than the one before it; whoever uses it looks at its age. Immutable.
 */
public final class ListShelf {
    /** A State's CA, its CA for machines, its CA for people, and their successors; as many for the roots. */
    static final int MOST_OF_ONE_STATE = 16;

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Map<Digest, HeldList> complete;
    private final Map<Digest, HeldList> deltas;

    private ListShelf(Map<Digest, HeldList> complete, Map<Digest, HeldList> deltas) {
        this.complete = Map.copyOf(complete);
        this.deltas = Map.copyOf(deltas);
    }

    /** No lists. */
    public static ListShelf empty() {
        return new ListShelf(Map.of(), Map.of());
    }

    /** Every list that is held, in no particular order. */
    public List<HeldList> held() {
        return Stream.concat(complete.values().stream(), deltas.values().stream())
                .toList();
    }

    /**
     * Whether the CA that issued a certificate has revoked it, by a list that is held.
     *
     * <p>No path is sought, and the list may be past its end: what was revoked does not come back because no newer list comes.
     */
    public boolean revokes(X509Certificate certificate) {
        return held().stream().anyMatch(held -> held.list().names(certificate) && held.isOfIssuerOf(certificate));
    }

    /** What a validator takes. */
    public RevocationLists lists() {
        return new RevocationLists(held().stream().map(HeldList::list).toList());
    }

    /** This shelf, with one more. A new complete list ends the delta that added to an earlier one. */
    public ListShelf with(ListAcceptance.Accepted accepted) {
        HeldList held = accepted.held();
        Map<Digest, HeldList> nextComplete = new HashMap<>(complete);
        Map<Digest, HeldList> nextDeltas = new HashMap<>(deltas);
        if (held.isDelta()) {
            nextDeltas.put(held.authority(), held);
        } else {
            nextComplete.put(held.authority(), held);
            HeldList delta = nextDeltas.get(held.authority());
            if (delta != null && delta.number().compareTo(held.number()) <= 0) {
                nextDeltas.remove(held.authority());
            }
        }
        return new ListShelf(nextComplete, nextDeltas);
    }

    /** Judges a list that someone offers. */
    public ListAcceptance judge(PublishedList offered, TrustState trust, Instant now) {
        try {
            HeldList candidate = verified(offered, trust, now);
            HeldList full = complete.get(candidate.authority());
            HeldList held = candidate.isDelta() ? deltas.get(candidate.authority()) : full;
            if (held != null && held.number().equals(candidate.number())) {
                return sameNumber(held, candidate);
            }
            requireNewer(candidate, held, full, trust);
            return new ListAcceptance.Accepted(candidate);
        } catch (RefusedListException e) {
            return e.refused();
        }
    }

    /**
     * Judges a list of a CA that is believed no longer, and was under an earlier trust state: what it signed before is judged by its last list.
     *
     * <p>The first that comes stays: whoever has taken the key meanwhile shall not rewrite what is known of the past. The list itself is read once, however long
     * the line.
     */
    ListAcceptance judgeFormer(PublishedList offered, TrustLine line, Instant now) {
        return line.states().reversed().stream()
                .skip(1)
                .filter(former -> new ListIssuer(former).believes(offered, now))
                .findFirst()
                .map(former -> firstOnly(judge(offered, former, now)))
                .orElseGet(() -> new ListAcceptance.Refused(
                        ListRefusal.UNKNOWN_ISSUER, "the issuer's certificate was never believed"));
    }

    /** Whether no CA that the trust state believes signed it. */
    static boolean isOfStranger(ListAcceptance judged) {
        return judged instanceof ListAcceptance.Refused refused && refused.refusal() == ListRefusal.UNKNOWN_ISSUER;
    }

    private ListAcceptance firstOnly(ListAcceptance judged) {
        return judged instanceof ListAcceptance.Accepted accepted
                        && (accepted.held().isDelta() ? deltas : complete)
                                .containsKey(accepted.held().authority())
                ? new ListAcceptance.Refused(
                        ListRefusal.OLD, "its issuer is believed no longer, and its last list is held already")
                : judged;
    }

    private HeldList verified(PublishedList offered, TrustState trust, Instant now) throws RefusedListException {
        if (offered.listLength() > RevocationList.MAX_BYTES) {
            throw new RefusedListException(ListRefusal.TOO_LARGE, offered.listLength() + " bytes");
        }
        // Before the list, which is much longer, is read at all.
        X509Certificate issuer = new ListIssuer(trust).require(offered, now);
        byte[] der = offered.list();
        if (!DerDepth.isShallow(der)) {
            throw new RefusedListException(ListRefusal.MALFORMED, "cut short, nested too deeply or not DER");
        }
        RevocationList list;
        BigInteger number;
        try {
            list = RevocationList.parse(der);
            number = list.number().orElse(null);
            if (number == null || list.nextUpdate().isEmpty()) {
                throw new RefusedListException(ListRefusal.UNNUMBERED, "number or nextUpdate");
            }
        } catch (RevocationListException | RuntimeException e) {
            throw new RefusedListException(ListRefusal.MALFORMED, "does not parse");
        }
        if (list.thisUpdate().isAfter(now.plus(CLOCK_SKEW))) {
            throw new RefusedListException(ListRefusal.FROM_THE_FUTURE, "dated " + list.thisUpdate());
        }
        Digest authority = ListIssuer.requireSigned(offered, issuer);
        requireRoom(authority, list);
        return new HeldList(authority, number, list, offered);
    }

    /** A State makes as many CAs as it likes: it takes no room from the others. */
    private void requireRoom(Digest authority, RevocationList list) throws RefusedListException {
        Optional<State> state = StateNames.stateOf(list.issuer());
        long held = complete.values().stream()
                .filter(other -> StateNames.stateOf(other.list().issuer()).equals(state))
                .count();
        if (!complete.containsKey(authority) && held >= MOST_OF_ONE_STATE) {
            throw new RefusedListException(
                    ListRefusal.TOO_MANY,
                    MOST_OF_ONE_STATE + " CAs of " + state.map(State::name).orElse("the roots"));
        }
    }

    private static ListAcceptance sameNumber(HeldList held, HeldList candidate) throws RefusedListException {
        if (held.published().equals(candidate.published())) {
            return new ListAcceptance.AlreadyHeld(held.number());
        }
        throw new RefusedListException(ListRefusal.FORKED, "number " + held.number());
    }

    private static void requireNewer(
            HeldList candidate, @Nullable HeldList held, @Nullable HeldList full, TrustState trust)
            throws RefusedListException {
        BigInteger least = leastOf(candidate.authority(), trust);
        BigInteger number = candidate.number();
        if (number.compareTo(least) < 0) {
            throw new RefusedListException(ListRefusal.OLD, "number " + number + ", at least " + least);
        }
        BigInteger base = candidate.base().orElse(null);
        if (base != null) {
            if (full == null || full.number().compareTo(base) < 0) {
                throw new RefusedListException(ListRefusal.GAPPED, "builds on number " + base);
            }
            if (number.compareTo(full.number()) <= 0) {
                throw new RefusedListException(
                        ListRefusal.OLD, "number " + number + ", complete list " + full.number());
            }
        }
        if (held == null) {
            return;
        }
        if (number.compareTo(held.number()) < 0) {
            throw new RefusedListException(ListRefusal.OLD, "number " + number + ", held " + held.number());
        }
        if (candidate.list().thisUpdate().isBefore(held.list().thisUpdate())) {
            throw new RefusedListException(
                    ListRefusal.BACKDATED, "dated " + candidate.list().thisUpdate());
        }
    }

    private static BigInteger leastOf(Digest authority, TrustState trust) {
        return trust.revocations().leastNumbers().stream()
                .filter(least -> least.authority().equals(authority))
                .map(LeastListNumber::number)
                .findFirst()
                .orElse(BigInteger.ZERO);
    }
}
