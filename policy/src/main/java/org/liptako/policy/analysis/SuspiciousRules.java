package org.liptako.policy.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.policy.analysis.question.Question;
import org.liptako.policy.analysis.question.Remark;
import org.liptako.policy.analysis.question.Study;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.rules.ForcePeriod;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.RulePlace;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

/** Rules that are right and can hardly be meant: warnings, each with its place and the mend. */
public final class SuspiciousRules {
    private static final Map<Remark.Kind, Bilingual> SENTENCES = Map.of(
            Remark.Kind.NEVER_FIRES,
            new Bilingual(
                    "%s ne peut jamais s'appliquer, ses conditions se contredisent : corrigez « champ » ou « condition ».",
                    "%s can never apply, its conditions contradict each other: correct \"champ\" or \"condition\"."),
            Remark.Kind.ALWAYS_MET,
            new Bilingual(
                    "%s ne peut manquer d'être respectée : resserrez sa condition, ou supprimez-la.",
                    "%s cannot but be complied with: tighten its condition, or delete it."),
            Remark.Kind.SHADOWED_PERMISSION,
            new Bilingual(
                    "%s ne permet jamais rien, une interdiction s'applique toujours aussi : dérogez à celle-ci, ou supprimez la permission.",
                    "%s never permits anything, a ban always applies as well: derogate from it, or delete the permission."),
            Remark.Kind.IDLE_DEROGATION,
            new Bilingual(
                    "%s ne lève jamais rien, aucune règle qu'elle nomme ne s'oppose quand elle s'applique : vérifiez « deroge_a », les conditions et les dates.",
                    "%s never lifts anything, no rule that it names stands in the way when it applies: check \"deroge_a\", the conditions and the dates."));
    private static final Bilingual OVER = new Bilingual(
            "%s n'est plus en vigueur : prolongez « en_vigueur », ou retirez la règle.",
            "%s is no longer in force: extend \"en_vigueur\", or take the rule out.");
    private final RuleSet rules;
    private final Map<String, RulePlace> places;
    private final Instant from;

    private SuspiciousRules(LoadResult.Loaded loaded, Instant from) {
        this.rules = loaded.ruleSet();
        this.places = loaded.places();
        this.from = from;
    }

    /**
     * What is suspicious from an instant on; what will act at any time after it is not.
     *
     * @return in order of place
     */
    public static List<RuleError> of(LoadResult.Loaded loaded, Instant from) {
        SuspiciousRules suspicious = new SuspiciousRules(loaded, from);
        return Stream.concat(suspicious.over().stream(), suspicious.useless().stream())
                .sorted(Comparator.comparing(RuleError::file).thenComparing(RuleError::place))
                .toList();
    }

    private List<RuleError> over() {
        return rules.rules().stream()
                .filter(rule -> !mayBeInForce(rule))
                .map(rule -> warning("PERIOD_OVER", rule.id(), OVER.with(rule.id())))
                .toList();
    }

    private boolean mayBeInForce(Rule rule) {
        return rule.periods().stream().map(ForcePeriod::end).anyMatch(end -> end == null || end.isAfter(from));
    }

    /** What is proved of a rule over every date at which it is in force from now on, in one study. */
    private List<RuleError> useless() {
        Study study = new Study(new CompiledEngine(rules), rules, dates());
        return Question.ofSingleRules().stream()
                .flatMap(question -> question.ask(study).stream())
                .map(remark -> useless(remark.rules().getFirst(), remark.kind()))
                .toList();
    }

    private RuleError useless(String rule, Remark.Kind kind) {
        Bilingual sentence = requireNonNull(SENTENCES.get(kind), "a question of single rules has its sentence");
        return warning(kind.name(), rule, sentence.with(rule));
    }

    /** Now, and every later instant at which a rule or a space changes. */
    private Set<Instant> dates() {
        Stream<Instant> periods = rules.rules().stream()
                .flatMap(rule -> rule.periods().stream())
                .flatMap(period -> Stream.concat(Stream.of(period.start()), Stream.ofNullable(period.end())));
        Stream<Instant> spaces = rules.vocabulary().spaces().stream().flatMap(space -> space.boundaries().stream());
        return Stream.concat(Stream.of(from), Stream.concat(periods, spaces).filter(later -> later.isAfter(from)))
                .filter(FactsBuilder::mayBeAt)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private RuleError warning(String code, String rule, Bilingual wording) {
        RulePlace where = requireNonNull(places.get(rule), "a rule has its place");
        return new RuleError(code, where.file(), where.place(), wording);
    }
}
