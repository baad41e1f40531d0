package org.liptako.node.placement;

import org.liptako.policy.decision.Decision;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Whether a silent host could still make a difference to what home finds by itself.
 *
 * <p>More facts never turn a refusal into a permit (policy, section 6), so home's refusal stands without the host. An INDETERMINATE is waited for only if the host
 * is the authority for one of the facts that are missing.
 */
final class HostMatters {
    private HostMatters() {}

    static boolean to(Opinion home) {
        return switch (home.judgement()) {
            case Judgement.Undecided silent -> false;
            case Judgement.Decided decided ->
                switch (decided.verdict()) {
                    case PERMIT -> true;
                    case DENY, CONFLICT -> false;
                    case INDETERMINATE -> hostCouldTell(decided.decision(), home);
                };
        };
    }

    private static boolean hostCouldTell(Decision decision, Opinion home) {
        Vocabulary vocabulary = home.rules().ruleSet().vocabulary();
        Parties parties = home.question().parties();
        return decision.missing().stream().map(vocabulary::theFact).anyMatch(fact -> isTheHosts(fact, parties));
    }

    /** Whether the host is the authority for a fact, and home is not. */
    static boolean isTheHosts(Fact fact, Parties parties) {
        return FactAuthority.mayAssert(parties.target(), fact, parties)
                && !FactAuthority.mayAssert(parties.home(), fact, parties);
    }
}
