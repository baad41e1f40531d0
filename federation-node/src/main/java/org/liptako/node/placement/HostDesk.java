package org.liptako.node.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.witness.Witnessing;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/**
 * Judges, as the host State, what another State's node asks to place here, and offers to take it. Nothing is offered before it is journaled. Every question may be
 * repeated. Thread-safe.
 */
final class HostDesk {
    private final Jdbi jdbi;
    private final Journal journal;
    private final OfferStore offers;
    private final Statements statements;
    private final RuleSets ruleSets;
    private final HostJudge judge;
    private final Witnessing witnesses;

    HostDesk(
            Jdbi jdbi,
            Journal journal,
            OfferStore offers,
            Statements statements,
            RuleSets ruleSets,
            HostJudge judge,
            Witnessing witnesses) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.offers = offers;
        this.statements = statements;
        this.ruleSets = ruleSets;
        this.judge = judge;
        this.witnesses = witnesses;
    }

    /**
     * This State's judgement, signed.
     *
     * @param home the State whose node is asking
     * @throws Failure STATEMENT_INVALID, CLOCKS_DIFFER, NOT_KNOWN, NAME_TAKEN, or NOT_WITNESSED where no witness answers, and nothing is offered, or the offer is journaled and waits to be told
     */
    SignedStatement judge(State home, SignedStatement homeStatement) {
        JudgementStatement said = open(home, homeStatement);
        RulesInForce rules = ruleSets.inForce(said.at());
        PeerJudgement asked = read(home, said, rules);
        mustBeNow(asked.statement());
        Optional<Offer> before = jdbi.withHandle(
                handle -> offers.find(handle, home, asked.statement().request()));
        if (before.isPresent()) {
            mustBeTheSame(before.get(), asked.statement().terms());
            if (before.get().homeStatement().equals(homeStatement)) {
                mustBeWitnessed();
                return before.get().hostStatement();
            }
        }
        HostJudge.Outcome outcome = judge.judge(asked, rules, homeStatement);
        if (outcome.permits()) {
            // Before the append: home asks again and again, and each offer would be journaled anew.
            mustHaveNone(witnesses.absent());
            offer(asked, homeStatement, outcome);
            mustBeWitnessed();
        }
        return outcome.signed();
    }

    /** An offer that other States have not seen could be denied afterwards. */
    private void mustBeWitnessed() {
        mustHaveNone(witnesses.lacking());
    }

    private static void mustHaveNone(Optional<Sentence> missing) {
        missing.ifPresent(words -> {
            throw new Failure(ErrorCode.NOT_WITNESSED, words);
        });
    }

    private JudgementStatement open(State home, SignedStatement said) {
        try {
            JudgementStatement content =
                    statements.open(said, JudgementStatement.CONTEXT, home, JudgementStatement.class);
            Parties parties = Parties.of(home, content.terms().targetState());
            if (parties.target() != journal.state() || home == journal.state()) {
                throw new RefusedStatementException(
                        "Le site visé n'est pas sur le territoire de cet État.",
                        "The target site is not on this State's soil.");
            }
            return content;
        } catch (RefusedStatementException e) {
            throw new Failure(ErrorCode.STATEMENT_INVALID, Reasons.statement(home, e.words()), e);
        }
    }

    private PeerJudgement read(State home, JudgementStatement said, RulesInForce rules) {
        try {
            PeerJudgement asked = new PeerJudgementReader(rules.ruleSet().vocabulary())
                    .read(said, home, Parties.of(home, said.terms().targetState()));
            judge.mustBeHomes(asked);
            return asked;
        } catch (RefusedStatementException e) {
            throw new Failure(ErrorCode.STATEMENT_INVALID, Reasons.statement(home, e.words()), e);
        }
    }

    private void mustBeNow(JudgementStatement asked) {
        Instant now = journal.now();
        Duration apart = Duration.between(asked.at(), now).abs();
        if (apart.compareTo(GrantTerm.CLOCKS) > 0) {
            throw Failure.of(
                    ErrorCode.CLOCKS_DIFFER,
                    "La question porte sur " + asked.at() + " et il est " + now + " ici : plus de "
                            + GrantTerm.CLOCKS.toSeconds() + " s d'écart ; vérifiez les horloges des deux nœuds.",
                    "The question is about " + asked.at() + " and it is " + now + " here: more than "
                            + GrantTerm.CLOCKS.toSeconds() + " s apart; check the clocks of the two nodes.");
        }
    }

    private static void mustBeTheSame(Offer before, PlacementTerms terms) {
        if (!before.terms().equals(terms) || before.taken().isPresent()) {
            throw Failure.of(
                    ErrorCode.NAME_TAKEN,
                    "La demande " + before.request() + " a déjà servi ici à un autre placement, ou est déjà acceptée ;"
                            + " utilisez un autre identifiant.",
                    "Request " + before.request() + " already served another placement here, or is accepted already;"
                            + " use another identifier.");
        }
    }

    private void offer(PeerJudgement asked, SignedStatement homeStatement, HostJudge.Outcome outcome) {
        Instant now = journal.now();
        Offer offer = new Offer(
                asked.state(),
                asked.statement().request(),
                asked.statement().terms(),
                homeStatement,
                outcome.signed(),
                now.plus(GrantTerm.OFFER),
                Optional.empty());
        jdbi.useTransaction(handle -> {
            if (!offers.put(handle, offer)) {
                mustBeTheSame(offers.find(handle, offer.home(), offer.request()).orElseThrow(), offer.terms());
            }
            journal.append(
                    handle,
                    new PlacementOffered(
                            now,
                            offer.request(),
                            offer.terms(),
                            offer.homeStatement(),
                            offer.hostStatement(),
                            outcome.content().ruleSet(),
                            offer.expires()));
        });
    }
}
