package org.liptako.node.placement;

import java.util.EnumSet;
import java.util.Optional;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;

/** Judges in another State's place, by the rules it has published, to see whether its finding is what these rules give. */
final class Recomputation {
    private final RulesInForce rules;

    Recomputation(RulesInForce rules) {
        this.rules = rules;
    }

    /**
     * What there is to object to in another State's judgement.
     *
     * @param facts those that it was made on
     * @return empty if it is what its rules give, and if it claims nothing
     */
    Optional<Objection> objection(PeerJudgement peer, Facts facts) {
        if (!peer.statement().ruleSet().equals(rules.digest())) {
            return Optional.of(Objection.RULES_DIFFER);
        }
        return peer.decision()
                .flatMap(decision -> differs(decision, peer.statement().role(), facts));
    }

    private Optional<Objection> differs(Decision said, Role role, Facts facts) {
        return switch (rules.engine().judge(facts, EnumSet.of(role, Role.REGION))) {
            case Judgement.Decided here ->
                here.decision().equals(said) ? Optional.empty() : Optional.of(Objection.FINDINGS_DIFFER);
            case Judgement.Undecided silent -> Optional.of(Objection.NOT_RECOMPUTED);
        };
    }
}
