package org.liptako.node.placement;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;

/** Judges in the roles of the host State, HOST and REGION, after recomputing what home found, and signs it. Thread-safe. */
final class HostJudge {
    private static final Set<Role> ROLES = EnumSet.of(Role.HOST, Role.REGION);

    private final Knowledge knowledge;
    private final JudgementWriter writer;
    private final Statements statements;
    private final PlacementAlarms alarms;

    HostJudge(Knowledge knowledge, JudgementWriter writer, Statements statements, PlacementAlarms alarms) {
        this.knowledge = knowledge;
        this.writer = writer;
        this.statements = statements;
        this.alarms = alarms;
    }

    /** What came of judging. */
    record Outcome(JudgementStatement content, SignedStatement signed, Verdict verdict) {
        /** Whether this State permits, and takes home's judgement. */
        boolean permits() {
            return verdict == Verdict.PERMIT && content.objection() == null;
        }
    }

    /**
     * Judges on home's facts and this State's own.
     *
     * @param rules in force at the instant asked about; home's facts were read in their words
     * @throws Failure NOT_KNOWN if this State has no such site
     */
    Outcome judge(PeerJudgement asked, RulesInForce rules, SignedStatement homeStatement) {
        PlacementTerms terms = asked.statement().terms();
        Parties parties = Parties.of(asked.state(), terms.targetState());
        Question question = Question.of(asked.statement(), parties);
        PlacementFacts facts = PlacementFacts.in(rules.ruleSet().vocabulary());
        KnownPlace place = knowledge.place(terms.targetSite(), terms.dataset(), parties.home());
        mustStandHere(place, terms, parties.target());
        Map<State, String> registers =
                knowledge.authorisations(terms.dataset(), terms.operation(), terms.targetState(), question.at());
        Facts hosts = facts.ofHost(place, registers, parties, asked.facts());
        Objection objection = objection(asked, rules, facts.joint(terms, parties, asked.facts(), null));
        Judgement judgement = rules.engine().judge(facts.joint(terms, parties, asked.facts(), hosts), ROLES);
        JudgementStatement content = writer.ofHost(
                question,
                new JudgementWriter.Own(hosts, rules, judgement),
                objection,
                Statements.digest(homeStatement));
        return new Outcome(content, statements.sign(JudgementStatement.CONTEXT, content), judgement.verdict());
    }

    /** @throws RefusedStatementException if home speaks of a dataset that is not its own, or of another than the terms name */
    void mustBeHomes(PeerJudgement asked) {
        PlacementTerms terms = asked.statement().terms();
        boolean named =
                PlacementFacts.in(asked.facts().vocabulary()).isDataset(asked.facts(), terms.dataset(), asked.state());
        if (!named || terms.dataset().home().filter(asked.state()::equals).isEmpty()) {
            throw new RefusedStatementException(
                    "Le jeu de données " + terms.dataset() + " n'est pas un jeu de l'État "
                            + asked.state().french() + ", ou ses faits portent sur un autre.",
                    "Dataset " + terms.dataset() + " is not one of "
                            + asked.state().english() + ", or its facts are about another.");
        }
    }

    private static void mustStandHere(KnownPlace place, PlacementTerms terms, State own) {
        if (!place.site().state().equals(terms.targetState())
                || !terms.targetState().is(own)) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Le site " + terms.targetSite() + " n'est pas en " + terms.targetState() + " selon l'État "
                            + own.french() + ".",
                    "Site " + terms.targetSite() + " does not stand in " + terms.targetState() + " by the word of "
                            + own.english() + ".");
        }
    }

    private @Nullable Objection objection(PeerJudgement asked, RulesInForce rules, Facts joint) {
        Optional<Objection> objection = new Recomputation(rules).objection(asked, joint);
        objection
                .filter(Objection::isAlarming)
                .ifPresent(alarming ->
                        alarms.raise(alarming.name(), asked.state(), Reasons.objection(alarming, ownState(asked))));
        return objection.orElse(null);
    }

    private static State ownState(PeerJudgement asked) {
        return Parties.of(asked.state(), asked.statement().terms().targetState())
                .target();
    }
}
