package org.liptako.node.placement.impact;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.liptako.node.identity.Signatory;
import org.liptako.node.rulebook.LoadedRules;
import org.liptako.node.rulebook.NextEditions;
import org.liptako.node.rulebook.RuleProposal;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.WaitingEdition;
import org.liptako.node.rulebook.WritingDesk;
import org.liptako.node.rulebook.WrittenRules;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;

/**
 * Makes of a rule that was written on the pages the next edition of its book: weighed on the copies there are by the desk of {@code liptako rules impact}, and put
 * before the officers by that of {@code liptako rules publish --for-signatures}. Nothing is kept before that. Thread-safe.
 */
public final class DraftDesk {
    private final WritingDesk writing;
    private final ImpactDesk impact;
    private final NextEditions next;
    private final RuleSets ruleSets;
    private final LoadedRules loaded;
    private final Consumer<RuleSet> weighed;
    private final Clock clock;

    /** @param weighed told of each rule set that was weighed to the end: it may be signed soon; must not block */
    DraftDesk(
            WritingDesk writing,
            ImpactDesk impact,
            NextEditions next,
            RuleSets ruleSets,
            LoadedRules loaded,
            Consumer<RuleSet> weighed,
            Clock clock) {
        this.writing = writing;
        this.impact = impact;
        this.next = next;
        this.ruleSets = ruleSets;
        this.loaded = loaded;
        this.weighed = weighed;
        this.clock = clock;
    }

    /**
     * What an edition would be.
     *
     * @param version its number
     * @param from when it would be in force
     * @param effects on the copies that there are
     * @param officers how many must sign it
     */
    public record Draft(long version, Instant from, WaitingEdition.Effects effects, int officers) {}

    /**
     * Weighs the edition that a written rule would make.
     *
     * @param code whose rules
     * @param answers by which the rule was written, to the last
     * @param from the day, in words or figures, or the instant from which it is to be in force
     * @throws Failure INVALID_REQUEST if answers are missing, or the day is none; EDITION_REFUSED if no edition may follow now
     */
    public Draft weigh(String code, List<String> answers, String from) {
        WrittenRules rules = writing.written(code, answers);
        Instant now = now();
        Instant start = start(rules.whose(), from, now);
        long version = next.version(rules.whose(), now);
        EditionImpact effects = effects(rules, start);
        return new Draft(
                version,
                start,
                new WaitingEdition.Effects(
                        effects.copies(),
                        effects.unlawful(),
                        effects.undecided(),
                        effects.lawful(),
                        effects.toMoveGb()),
                next.people(rules, effects, now, start));
    }

    /**
     * Weighs it anew and puts it before the officers; gives the digest under which it waits.
     *
     * @param by who does
     * @throws Failure as {@link #weigh}, or EDITION_REFUSED with the reason why it could not be published
     */
    public String submit(String code, List<String> answers, String from, Signatory by) {
        WrittenRules rules = writing.written(code, answers);
        Instant now = now();
        Instant start = start(rules.whose(), from, now);
        next.version(rules.whose(), now);
        return next.submit(rules, effects(rules, start), now, start, by);
    }

    private EditionImpact effects(WrittenRules rules, Instant from) {
        RuleSet proposed = new RuleProposal(Set.of(rules.whose()), rules.files()).over(ruleSets.inForce(from), loaded);
        ImpactReport report = impact.weigh(
                new ImpactQuestion(proposed, from, from.plus(ImpactQuestion.USUAL), Optional.empty()), () -> false);
        weighed.accept(proposed);
        Tally all = report.counts().tallies().all();
        return new EditionImpact(
                report.counts().weighed(), all.unlawful(), all.undecided(), all.lawful(), all.toMoveGb());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Law is not made for the past. */
    private static Instant start(Jurisdiction whose, String written, Instant now) {
        Instant start = DayWords.read(written).map(whose::startOf).orElseGet(() -> instant(written));
        return start.isBefore(now) ? now : start;
    }

    private static Instant instant(String written) {
        try {
            return Instant.parse(written).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException malformed) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "« " + written + " » n'est pas un jour : écrivez « 1er juillet 2027 » ou 2027-07-01.",
                    "\"" + written + "\" is no day: write \"1 July 2027\" or 2027-07-01.");
        }
    }
}
