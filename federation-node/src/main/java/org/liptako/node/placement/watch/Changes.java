package org.liptako.node.placement.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.placement.watch.MatterStore.Noted;
import org.liptako.node.placement.watch.WatchedLaw.Seen;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what has changed since the last look, in the journals, in the law and on the clock, and makes due what it touches. Of several processes of one State,
 * one at a time; called by one thread.
 */
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final int AT_ONCE = 1_000;
    /** Clocks of two machines may differ by that; what a clock that is put back by less leaves behind is right again in a moment. */
    private static final Duration ASKEW = Duration.ofSeconds(2);

    private static final Duration FOLLOWED = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final RuleSets ruleSets;
    private final LawChange law;
    private final WatchedCopies copies;
    private final WatchedGrants grants;
    private final WatchedLaw seen = new WatchedLaw();
    private final MatterStore matters = new MatterStore();
    private @Nullable RuleSet lastRules;

    Changes(Jdbi jdbi, RuleSets ruleSets, LawChange law, WatchedCopies copies, WatchedGrants grants) {
        this.jdbi = jdbi;
        this.ruleSets = ruleSets;
        this.law = law;
        this.copies = copies;
        this.grants = grants;
    }

    /** Spreads all that has changed in the journals, and says whether there may be more. */
    boolean spread(Instant now) {
        return jdbi.inTransaction(handle -> {
            seen.lock(handle);
            List<Noted> noted = matters.take(handle, AT_ONCE);
            noted.forEach(one -> spread(handle, one, now));
            return noted.size() == AT_ONCE;
        });
    }

    /**
     * Follows the law and the clock.
     *
     * @return false as long as there has never been any rule: that is no law under which a copy could be unlawful; rules that are withdrawn are another matter
     */
    boolean follow(RulesInForce rules, Instant now) {
        boolean begun = jdbi.inTransaction(handle -> {
            Optional<Seen> last = seen.lock(handle);
            if (last.isPresent()) {
                follow(handle, last.get(), rules, now);
            } else if (rules.ruleSet().rules().isEmpty()) {
                return false;
            } else {
                copies.keepOwn(handle);
                seen.keep(handle, new Seen(rules.digest(), now));
            }
            copies.recall(handle, now.plus(ASKEW));
            grants.recall(handle, now.plus(ASKEW));
            return true;
        });
        lastRules = rules.ruleSet();
        return begun;
    }

    private void follow(Handle handle, Seen last, RulesInForce rules, Instant now) {
        boolean back = last.at().isAfter(now.plus(ASKEW));
        if (back) {
            LOG.warn("The clock was put back: the law was followed to {}, and it is {} now.", last.at(), now);
        }
        Set<Matter> begunOrEnded = law.between(last.at(), now, rules.ruleSet());
        begunOrEnded.forEach(matter -> spread(handle, new Noted(matter, now), now));
        boolean others = !last.ruleSet().equals(rules.digest());
        if (others) {
            Set<Matter> changed = before(last.ruleSet())
                    .map(old -> law.between(old, rules.ruleSet()))
                    .orElseGet(() -> Set.of(Matter.ofAll(JudgingCause.RULES)));
            changed.forEach(matter -> spread(handle, new Noted(matter, now), now));
        }
        if (back
                || others
                || !begunOrEnded.isEmpty()
                || last.at().plus(FOLLOWED).isBefore(now)) {
            seen.keep(handle, new Seen(rules.digest(), now));
        }
    }

    /** The rules of the last look, as far as this process still has them: after a restart it may not. */
    private Optional<RuleSet> before(Digest ruleSet) {
        RuleSet last = lastRules;
        return last != null && last.digest().equals(ruleSet.hex())
                ? Optional.of(last)
                : ruleSets.of(ruleSet).map(RulesInForce::ruleSet);
    }

    private void spread(Handle handle, Noted noted, Instant now) {
        copies.spread(handle, noted, now);
        grants.spread(handle, noted, now);
    }
}
