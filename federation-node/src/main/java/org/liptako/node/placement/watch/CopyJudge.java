package org.liptako.node.placement.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.placement.duty.OwedByCopies;
import org.liptako.node.placement.held.CopyLaw;
import org.liptako.node.placement.held.HeldCopies;
import org.liptako.node.placement.held.HeldCopy;
import org.liptako.node.placement.held.IncidentTurns;
import org.liptako.node.placement.watch.WatchedCopies.Due;
import org.liptako.node.placement.watch.WatchedCopies.Outcome;
import org.liptako.node.registry.CopySelection;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.policy.engine.Judgement;

/**
 * Judges the copies whose time has come, some at a time: what is found, what is journaled and when to look again are committed together. A rule engine that
 * does not answer says nothing of a copy: the last word stands, and the copy is judged a little later.
 */
final class CopyJudge {
    /** So many hold the journal, should all have changed, no longer than its other writers can wait. */
    private static final int AT_ONCE = 256;

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Journal journal;
    private final HeldCopies held;
    private final WatchedCopies copies;
    private final WatchMeter meter;
    private @Nullable CopyLaw lastLaw;

    CopyJudge(Jdbi jdbi, Journal journal, HeldCopies held, WatchedCopies copies, WatchMeter meter) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.held = held;
        this.copies = copies;
        this.meter = meter;
    }

    /** Judges some, if any are due, and says whether there were any. */
    boolean judgeSome(RulesInForce rules, IncidentTurns turns, Instant at) {
        return jdbi.inTransaction(handle -> {
            List<Due> due = copies.take(handle, at, AT_ONCE);
            if (!due.isEmpty()) {
                new Batch(handle, rules, turns, at).judge(due);
            }
            return !due.isEmpty();
        });
    }

    /** Made once for a rule set: it looks at every rule. */
    private CopyLaw law(RulesInForce rules) {
        CopyLaw known = lastLaw;
        if (known == null || known.rules() != rules.ruleSet()) {
            known = new CopyLaw(rules.ruleSet(), rules.engine());
            lastLaw = known;
        }
        return known;
    }

    /** Some copies, judged at one instant under one rule set. */
    private final class Batch {
        private final Handle handle;
        private final RulesInForce rules;
        private final IncidentTurns turns;
        private final Instant at;
        private final CopyLaw law;
        private final List<Outcome> judged = new ArrayList<>();
        private final List<CopyId> absent = new ArrayList<>();
        private final List<CopyId> later = new ArrayList<>();

        private Batch(Handle handle, RulesInForce rules, IncidentTurns turns, Instant at) {
            this.handle = handle;
            this.rules = rules;
            this.law = law(rules);
            this.turns = turns;
            this.at = at;
        }

        private void judge(List<Due> due) {
            Map<CopyId, HeldCopy> there = there(due);
            OwedByCopies owed = OwedByCopies.of(
                    handle,
                    there.keySet().stream().map(CopyId::dataset).distinct().toList());
            for (Due one : due) {
                HeldCopy copy = there.get(one.copy());
                if (copy != null) {
                    judge(one, copy, owed);
                } else if (one.judgedAt().isAfter(at)) {
                    // By a clock that was put back, the copy has not come yet.
                    later.add(one.copy());
                } else {
                    absent.add(one.copy());
                }
            }
            copies.judged(handle, judged, at);
            copies.postpone(handle, absent, Optional.empty());
            copies.postpone(handle, later, Optional.of(at.plus(AGAIN)));
        }

        private Map<CopyId, HeldCopy> there(List<Due> due) {
            Map<CopyId, HeldCopy> there = new HashMap<>();
            held.of(
                    handle,
                    CopySelection.ofDatasets(due.stream()
                            .map(one -> one.copy().dataset())
                            .distinct()
                            .toList()),
                    at,
                    copy -> {
                        if (copy.statement().state().status().isCopy()) {
                            there.put(
                                    new CopyId(
                                            copy.statement().dataset(),
                                            copy.statement().site()),
                                    copy);
                        }
                    });
            return there;
        }

        private void judge(Due due, HeldCopy copy, OwedByCopies owed) {
            meter.judged(Duration.between(due.since(), at));
            switch (law.judge(copy, at, Word.roles(journal.state(), copy.home()))) {
                case Judgement.Undecided silent -> later.add(due.copy());
                case Judgement.Decided decided -> {
                    Word word = new Word(rules, decided.decision());
                    Optional<Instant> moveBy = moveBy(word, copy);
                    if (!word.inShort().equals(due.said()) || asksForMore(due, word, owed)) {
                        say(due, word, moveBy);
                    }
                    judged.add(new Outcome(due.copy(), word.inShort(), next(copy, moveBy)));
                }
            }
        }

        /** Whether the copy may stay, and owes what nobody has asked for yet. */
        private boolean asksForMore(Due due, Word word, OwedByCopies owed) {
            return word.permits()
                    && !owed.missing(
                                    due.copy().dataset(),
                                    due.copy().site(),
                                    word.decision().obligations())
                            .isEmpty();
        }

        /** A day that runs is not put off by a further finding, nor by one that a fact is missing for. */
        private Optional<Instant> moveBy(Word word, HeldCopy copy) {
            return word.permits()
                    ? Optional.empty()
                    : Stream.concat(word.moveBy(at).stream(), copy.deadline(journal.state(), at).stream())
                            .min(Comparator.naturalOrder());
        }

        /** A day that this finding sets is one on which a fact changes; one that is set for at once has just done so. */
        private Optional<Instant> next(HeldCopy copy, Optional<Instant> moveBy) {
            Optional<Instant> deadline = law.speaksOfDeadlines()
                            && copy.home() == journal.state()
                            && copy.deadline(journal.state(), at).isEmpty()
                    ? moveBy.map(day -> day.isAfter(at) ? day : at.plus(AGAIN))
                    : Optional.empty();
            return Stream.concat(copy.factsChangeAfter(at, turns).stream(), deadline.stream())
                    .min(Comparator.naturalOrder());
        }

        private void say(Due due, Word word, Optional<Instant> moveBy) {
            meter.changed();
            journal.append(
                    handle,
                    new CopyJudged(
                            journal.now(),
                            due.copy().dataset(),
                            due.copy().site(),
                            word.decision().verdict().name(),
                            due.cause(),
                            word.ruleSet(),
                            word.document(),
                            word.cited(),
                            word.words(),
                            moveBy.orElse(null)));
        }
    }
}
