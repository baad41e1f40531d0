package org.liptako.node.placement;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;

/** Judges in the roles of the home State, HOME and REGION, and signs what it finds. Thread-safe. */
final class HomeJudge {
    private static final Set<Role> ROLES = EnumSet.of(Role.HOME, Role.REGION);

    private final RuleSets ruleSets;
    private final Knowledge knowledge;
    private final JudgementWriter writer;
    private final Statements statements;

    HomeJudge(RuleSets ruleSets, Knowledge knowledge, JudgementWriter writer, Statements statements) {
        this.ruleSets = ruleSets;
        this.knowledge = knowledge;
        this.writer = writer;
        this.statements = statements;
    }

    /** Home's first word, on its own facts; the last as well where there is no host State. */
    Opinion first(Placement placement, Instant at) {
        PlacementTerms terms = placement.terms();
        Known known = knowledge.of(terms.dataset(), terms.targetSite(), terms.operation(), at);
        Parties parties = known.parties();
        Question question = new Question(placement.request(), terms, parties, at);
        RulesInForce rules = ruleSets.inForce(at);
        PlacementFacts facts = PlacementFacts.in(rules.ruleSet().vocabulary());
        Facts homes = facts.ofHome(known, at);
        Judgement judgement = rules.engine().judge(facts.joint(terms, parties, homes, null), ROLES);
        return sign(question, placement.requester(), new JudgementWriter.Own(homes, rules, judgement), null);
    }

    /** Home's last word, on both States' facts and under the rules of the first. */
    Opinion last(Opinion first, String requester, Facts joint, SignedStatement heard) {
        Judgement judgement = first.rules().engine().judge(joint, ROLES);
        return sign(
                first.question(),
                requester,
                new JudgementWriter.Own(first.homes(), first.rules(), judgement),
                Statements.digest(heard));
    }

    private Opinion sign(Question question, String requester, JudgementWriter.Own own, @Nullable Digest heard) {
        JudgementStatement content = writer.ofHome(question, requester, own, heard);
        SignedStatement signed = statements.sign(JudgementStatement.CONTEXT, content);
        return new Opinion(question, own.rules(), own.facts(), own.judgement(), content, signed);
    }
}
