package org.liptako.node.placement.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.placement.GrantListener;
import org.liptako.node.placement.Grants;
import org.liptako.node.placement.held.IncidentTurns;
import org.liptako.node.placement.watch.WatchedGrants.Due;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.policy.engine.Judgement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges again the grants whose time has come, and withdraws those that would not be given any more: journaled, so that both ends stop. Nothing is withdrawn
 * on the silence of a rule engine, nor before this node has read the home State's journal up to the grant itself.
 */
final class GrantJudge implements GrantListener {
    private static final Logger LOG = LoggerFactory.getLogger(GrantJudge.class);
    private static final int AT_ONCE = 64;
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration UNREAD = Duration.ofSeconds(2);

    private final Jdbi jdbi;
    private final Journal journal;
    private final Grants grants;
    private final GrantGround ground;
    private final WatchedGrants watched;
    private final WatchMeter meter;

    GrantJudge(Jdbi jdbi, Journal journal, Grants grants, GrantGround ground, WatchedGrants watched, WatchMeter meter) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.grants = grants;
        this.ground = ground;
        this.watched = watched;
        this.meter = meter;
    }

    @Override
    public void onAccepted(AcceptedGrant grant) {
        Instant now = journal.now();
        if (!grant.isVoidAt(now)) {
            jdbi.useTransaction(handle -> watched.add(handle, grant, now));
        }
    }

    /** Judges some, if any are due, and says whether there were any. */
    boolean judgeSome(RulesInForce rules, IncidentTurns turns, Instant at) {
        return jdbi.inTransaction(handle -> {
            List<Due> due = watched.take(handle, at, AT_ONCE);
            for (Due one : due) {
                Optional<AcceptedGrant> grant = grants.accepted(one.serial());
                if (grant.isEmpty()) {
                    watched.forget(handle, one.serial());
                } else if (ground.isRead(grant.get())) {
                    judge(handle, one, grant.get(), new Situation(rules, turns, at));
                } else {
                    watched.postpone(handle, one.serial(), at.plus(UNREAD));
                }
            }
            return !due.isEmpty();
        });
    }

    private record Situation(RulesInForce rules, IncidentTurns turns, Instant at) {}

    private void judge(Handle handle, Due due, AcceptedGrant grant, Situation now) {
        Optional<GrantGround.Read> read =
                ground.read(handle, grant, now.at(), now.rules().ruleSet().vocabulary());
        if (read.isEmpty()) {
            watched.postpone(handle, due.serial(), now.at().plus(UNREAD));
            return;
        }
        meter.judged(Duration.between(due.since(), now.at()));
        switch (now.rules().engine().judge(read.get().facts(), Word.roles(journal.state(), grant.home()))) {
            case Judgement.Undecided silent ->
                watched.postpone(handle, due.serial(), now.at().plus(AGAIN));
            case Judgement.Decided decided -> {
                Word word = new Word(now.rules(), decided.decision());
                if (word.permits()) {
                    watched.judged(handle, due.serial(), now.at(), read.get().changeAfter(now.at(), now.turns()));
                } else {
                    withdraw(handle, due, grant, word);
                }
            }
        }
    }

    private void withdraw(Handle handle, Due due, AcceptedGrant grant, Word word) {
        LOG.warn("Grant {} is withdrawn: {}", grant.serial(), word.words());
        meter.withdrawn();
        journal.append(
                handle,
                new GrantWithdrawn(
                        journal.now(),
                        grant.serial(),
                        grant.terms().dataset(),
                        grant.terms().targetSite(),
                        due.cause(),
                        word.ruleSet(),
                        word.document(),
                        word.cited(),
                        word.words()));
        watched.forget(handle, grant.serial());
    }
}
