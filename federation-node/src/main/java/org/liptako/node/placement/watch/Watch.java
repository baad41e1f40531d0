package org.liptako.node.placement.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.Journal;
import org.liptako.node.placement.held.IncidentTurns;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.Faults;
import org.liptako.policy.rules.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps watch over the copies and grants that this State answers for: looks as soon as a journal has a new entry, and every second for what changes by itself,
 * for another process's entries, and for a clock that has jumped. Before the first rules are in force nothing is judged.
 */
public final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int COUNTED = 10_000;

    private final Jdbi jdbi;
    private final Journal journal;
    private final Clock clock;
    private final RuleSets ruleSets;
    private final Changes changes;
    private final GrantJudge grantJudge;
    private final CopyJudge copyJudge;
    private final WatchedCopies copies;
    private final WatchMeter meter;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch").factory());
    private @Nullable Turns turns;

    /** The days of an incident that matter to a rule set. */
    private record Turns(RuleSet rules, IncidentTurns days) {}

    /** Where copies and grants are watched, and by whom they are judged. */
    record Judges(Changes changes, GrantJudge grants, CopyJudge copies, WatchedCopies watched, WatchMeter meter) {}

    Watch(Jdbi jdbi, Journal journal, Clock clock, RuleSets ruleSets, Judges judges) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.clock = clock;
        this.ruleSets = ruleSets;
        this.changes = judges.changes();
        this.grantJudge = judges.grants();
        this.copyJudge = judges.copies();
        this.copies = judges.watched();
        this.meter = judges.meter();
    }

    /** Begins; the root calls this once the node answers. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        journal.onCommitted(state -> hasten());
        clockwork.scheduleWithFixedDelay(this::tryToLook, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void hasten() {
        if (!clockwork.isShutdown() && asked.compareAndSet(false, true)) {
            clockwork.execute(this::tryToLook);
        }
    }

    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException e) {
            // The database may be away, or the node be closing; what is due stays due.
            if (!clockwork.isShutdown()) {
                Faults.warn(LOG, e, "Copies could not be judged again; it is tried again in {}.", BETWEEN_LOOKS);
            }
        }
    }

    /** Judges all that is due; when this returns, nothing that was noted before waits. Called by one thread at a time. */
    void look() {
        asked.set(false);
        Instant now = clock.instant();
        RulesInForce rules = ruleSets.inForce(now);
        if (!changes.follow(rules, now)) {
            return;
        }
        boolean more;
        do {
            now = clock.instant();
            rules = ruleSets.inForce(now);
            IncidentTurns days = days(rules.ruleSet());
            more = changes.spread(now);
            more |= grantJudge.judgeSome(rules, days, now);
            more |= copyJudge.judgeSome(rules, days, now);
            count(now);
        } while (more);
    }

    private void count(Instant now) {
        meter.due(jdbi.withHandle(handle -> copies.due(handle, now, COUNTED)));
    }

    private IncidentTurns days(RuleSet rules) {
        Turns known = turns;
        if (known == null || known.rules() != rules) {
            known = new Turns(rules, IncidentTurns.of(List.of(rules)));
            turns = known;
        }
        return known.days();
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
