package org.liptako.node.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.journal.event.CustodyCause;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.AuthorityStatus;
import org.liptako.pki.trust.BelievedTrust;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.trust.OwnDistrust;
import org.liptako.pki.trust.Standing;
import org.liptako.pki.trust.TrustState;

/**
 * Why no CA of a State is believed here.
 *
 * @param cause whose word it is
 * @param trustState the number of the trust state that is held; 0 before the first
 * @param words the rule it rests on, as a clause without a full stop
 */
public record StateDistrust(State state, CustodyCause cause, long trustState, Sentence words) {

    /**
     * Every State that is not believed; one whose last CA is both revoked by the trust state and on the own list, twice.
     *
     * <p>Before the first trust state nobody has said which CA is which State's but the own list, where it does.
     */
    public static List<StateDistrust> in(BelievedTrust believed) {
        OwnDistrust own = believed.distrust();
        return believed.newest()
                .map(HeldTrustState::state)
                .map(trust -> Stream.of(State.values()).flatMap(state -> of(state, trust, own.authorities())))
                .orElseGet(
                        () -> own.states().values().stream().distinct().sorted().map(state -> byOwnList(state, 0)))
                .toList();
    }

    private static Stream<StateDistrust> of(State state, TrustState trust, Set<Digest> ownList) {
        List<AuthorityStatus> authorities = trust.revocations().authorities().stream()
                .filter(authority -> authority.state() == state)
                .toList();
        boolean revoked = !authorities.isEmpty() && authorities.stream().noneMatch(AuthorityStatus::isGood);
        boolean listed = authorities.stream().anyMatch(authority -> ownList.contains(authority.digest()))
                && authorities.stream()
                        .noneMatch(authority -> authority.isGood() && !ownList.contains(authority.digest()));
        Stream<StateDistrust> together = revoked ? Stream.of(byTrustState(state, trust, authorities)) : Stream.empty();
        Stream<StateDistrust> alone = listed ? Stream.of(byOwnList(state, trust.number())) : Stream.empty();
        return Stream.concat(together, alone);
    }

    private static StateDistrust byTrustState(State state, TrustState trust, List<AuthorityStatus> authorities) {
        String reasons = authorities.stream()
                .map(AuthorityStatus::standing)
                .filter(Standing.Revoked.class::isInstance)
                .map(Standing.Revoked.class::cast)
                .map(revoked -> revoked.reason() + ", " + revoked.since())
                .collect(Collectors.joining("; "));
        return new StateDistrust(
                state,
                CustodyCause.TRUST_STATE,
                trust.number(),
                new Sentence(
                        "règle de confiance : l'état de confiance n° " + trust.number()
                                + " révoque l'autorité de certification de l'État " + state.french() + " ("
                                + reasons.replace("; ", " ; ") + ")",
                        "trust rule: trust state " + trust.number() + " revokes the certification authority of "
                                + state.english() + " (" + reasons + ")"));
    }

    private static StateDistrust byOwnList(State state, long trustState) {
        return new StateDistrust(
                state,
                CustodyCause.OWN_LIST,
                trustState,
                new Sentence(
                        "règle de confiance : la liste de défiance propre à ce nœud écarte l'autorité de certification"
                                + " de l'État " + state.french() + " (état de confiance n° " + trustState + ")",
                        "trust rule: this node's own distrust list rules out the certification authority of "
                                + state.english() + " (trust state " + trustState + ")"));
    }
}
