package org.liptako.node.placement;

import java.time.Instant;
import org.liptako.node.journal.Journal;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.DecisionFormatException;
import org.liptako.policy.decision.Merge;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.facts.Facts;

/** Whether a grant is what the offer and both States' published rules allow: recomputed, not believed. */
final class GrantCheck {
    private final Journal journal;
    private final RuleSets ruleSets;
    private final PlacementAlarms alarms;

    GrantCheck(Journal journal, RuleSets ruleSets, PlacementAlarms alarms) {
        this.journal = journal;
        this.ruleSets = ruleSets;
        this.alarms = alarms;
    }

    /** @throws Failure GRANT_NOT_USABLE, or STATEMENT_INVALID */
    void mustBeUsable(GrantStatement grant, Offer offer) {
        mustBeInTime(grant, offer);
        try {
            mustBeOverTheOffer(grant, offer);
            recompute(grant, offer);
        } catch (RefusedStatementException e) {
            throw new Failure(ErrorCode.STATEMENT_INVALID, Reasons.statement(offer.home(), e.words()), e);
        } catch (DecisionFormatException e) {
            throw Failure.of(
                    ErrorCode.STATEMENT_INVALID,
                    "La décision contenue dans l'autorisation est illisible.",
                    "The decision in the grant cannot be read: " + e.getMessage());
        }
    }

    private void mustBeInTime(GrantStatement grant, Offer offer) {
        Instant now = journal.now();
        if (!now.isBefore(offer.expires())) {
            throw unusable("l'offre a expiré le " + offer.expires(), "the offer expired at " + offer.expires());
        }
        if (!now.isBefore(grant.expires())) {
            throw unusable("elle a expiré le " + grant.expires(), "it expired at " + grant.expires());
        }
    }

    private static void mustBeOverTheOffer(GrantStatement grant, Offer offer) {
        JudgementStatement asked = Statements.read(offer.homeStatement(), JudgementStatement.class);
        JudgementStatement home = grant.home();
        // Another State's serial may be that of a grant of its own, here or elsewhere.
        if (grant.serial().home().filter(offer.home()::equals).isEmpty()) {
            throw unusable("son numéro n'est pas de l'État d'origine", "its serial is not one of the home State's");
        }
        boolean over = home.terms().equals(offer.terms())
                && home.at().equals(asked.at())
                && home.facts().equals(asked.facts())
                && home.isAnAnswerTo(offer.hostStatement());
        if (!over) {
            throw unusable(
                    "elle ne porte pas sur l'offre que cet État a faite en dernier",
                    "it is not over the offer that this State made last");
        }
    }

    private void recompute(GrantStatement grant, Offer offer) {
        Parties parties = Parties.of(offer.home(), offer.terms().targetState());
        RulesInForce rules = ruleSets.inForce(grant.home().at());
        PeerJudgementReader reader = new PeerJudgementReader(rules.ruleSet().vocabulary());
        PeerJudgement home = reader.read(grant.home(), offer.home(), parties);
        JudgementStatement own = Statements.read(offer.hostStatement(), JudgementStatement.class);
        PeerJudgement host = reader.read(own, parties.target(), parties);
        Facts joint = PlacementFacts.in(rules.ruleSet().vocabulary())
                .joint(offer.terms(), parties, home.facts(), host.facts());
        new Recomputation(rules).objection(home, joint).ifPresent(objection -> object(objection, offer));
        Decision merged = Merge.of(
                home.decision().orElseThrow(GrantCheck::undecided),
                host.decision().orElseThrow(GrantCheck::undecided));
        if (merged.verdict() != Verdict.PERMIT || !merged.equals(JudgementWriter.decision(grant.decision()))) {
            object(Objection.FINDINGS_DIFFER, offer);
        }
        if (grant.expires().isAfter(GrantTerm.end(grant.home().at(), merged.validUntil()))) {
            throw unusable("elle vaut plus longtemps que le droit ne le permet", "it lasts longer than the law allows");
        }
    }

    private void object(Objection objection, Offer offer) {
        Sentence words = Reasons.objection(objection, journal.state());
        if (objection.isAlarming()) {
            alarms.raise(objection.name(), offer.home(), words);
        }
        throw unusable(words.fr(), words.en());
    }

    private static Failure undecided() {
        return unusable("un moteur de règles n'a pas répondu", "a rule engine gave no answer");
    }

    static Failure unusable(String fr, String en) {
        return Failure.of(
                ErrorCode.GRANT_NOT_USABLE,
                "L'autorisation de placement n'est pas recevable : " + fr + ".",
                "The grant cannot be accepted: " + en + ".");
    }
}
