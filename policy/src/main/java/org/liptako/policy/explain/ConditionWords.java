package org.liptako.policy.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.Space;

/**
 * Says a condition in words. Negations are pushed down to the single statements, which De Morgan allows also where a fact is unknown, so that a
 * reader never meets "not (… or …)".
 */
public final class ConditionWords {

    private ConditionWords() {}

    /** The condition in one line. */
    public static Bilingual inLine(Condition condition) {
        return clause(condition, true).inLine();
    }

    static Clause clause(Condition condition, boolean holds) {
        return switch (condition) {
            case Condition.Is is -> said(equals(is.fact(), List.of(is.value()), holds), is, holds);
            case Condition.OneOf oneOf -> said(equals(oneOf.fact(), oneOf.values(), holds), oneOf, holds);
            case Condition.Only only -> said(only(only, holds), only, holds);
            case Condition.Within within -> said(within(within, holds), within, holds);
            case Condition.Same same -> said(same(same.fact(), same.other(), holds), same, holds);
            case Condition.MemberOf member -> said(memberOf(member.fact(), member.space(), holds), member, holds);
            case Condition.All all -> together(all.parts(), holds, holds);
            case Condition.AnyOf any -> together(any.parts(), holds, !holds);
            case Condition.Not not -> clause(not.part(), !holds);
        };
    }

    /** One level for what says the same on several: "all of (a, all of (b, c))" is "all of a, b, c". */
    private static Clause together(List<Condition> conditions, boolean hold, boolean every) {
        List<Clause> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            Clause part = clause(condition, hold);
            Stream<Clause> flat = switch (part) {
                case Clause.Every inner -> every ? inner.parts().stream() : Stream.of(part);
                case Clause.Some inner -> every ? Stream.of(part) : inner.parts().stream();
                case Clause.Statement statement -> Stream.of(part);
            };
            flat.forEach(parts::add);
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return every ? new Clause.Every(parts) : new Clause.Some(parts);
    }

    private static Clause said(Bilingual words, Condition form, boolean holds) {
        return new Clause.Statement(words, form, holds);
    }

    private static Bilingual equals(Fact fact, List<FactValue> values, boolean holds) {
        if (fact.type() == FactType.BOOLEAN && values.size() == 1) {
            return Phrases.flag(fact, (values.getFirst().bits() != 0) == holds);
        }
        Bilingual listed = Enumeration.or(values.stream().map(ValueWords::of).toList());
        String several = values.size() > 1 ? "l'une au moins de ces valeurs : " : "";
        String some = values.size() > 1 ? "at least one of " : "";
        if (fact.type().isSet()) {
            return holds
                    ? sentence(fact, " contient " + several + "%s", " contains " + some + "%s", listed)
                    : sentence(fact, " ne contient pas %s", " does not contain %s", listed);
        }
        if (holds) {
            return sentence(fact, " est %s", " is %s", listed);
        }
        return values.size() == 1
                ? sentence(fact, " n'est pas %s", " is not %s", listed)
                : sentence(
                        fact,
                        " n'est aucune de ces valeurs : %s",
                        " is none of these: %s",
                        Enumeration.and(values.stream().map(ValueWords::of).toList()));
    }

    private static Bilingual only(Condition.Only only, boolean holds) {
        Bilingual listed =
                Enumeration.or(only.values().stream().map(ValueWords::of).toList());
        return holds
                ? sentence(only.fact(), " ne contient rien d'autre que %s", " contains nothing but %s", listed)
                : sentence(only.fact(), " contient autre chose que %s", " contains something else than %s", listed);
    }

    private static Bilingual within(Condition.Within within, boolean holds) {
        FactValue least = within.atLeast();
        FactValue most = within.atMost();
        if (least != null && most != null) {
            return holds
                    ? sentence(
                            within.fact(),
                            " est compris entre %s et %s, bornes incluses",
                            " is between %s and %s, both included",
                            ValueWords.of(least),
                            ValueWords.of(most))
                    : sentence(
                            within.fact(),
                            " est en dessous de %s ou au-dessus de %s",
                            " is below %s or above %s",
                            ValueWords.of(least),
                            ValueWords.of(most));
        }
        if (least != null) {
            return holds
                    ? sentence(within.fact(), " est au moins %s", " is at least %s", ValueWords.of(least))
                    : sentence(within.fact(), " est en dessous de %s", " is below %s", ValueWords.of(least));
        }
        Bilingual bound = most == null ? new Bilingual("", "") : ValueWords.of(most);
        return holds
                ? sentence(within.fact(), " est au plus %s", " is at most %s", bound)
                : sentence(within.fact(), " est au-dessus de %s", " is above %s", bound);
    }

    private static Bilingual same(Fact fact, Fact other, boolean hold) {
        Bilingual both = Enumeration.and(List.of(Phrases.noun(fact), Phrases.noun(other)));
        return hold
                ? new Bilingual(both.fr() + " ont la même valeur", both.en() + " are the same")
                : new Bilingual(both.fr() + " n'ont pas la même valeur", both.en() + " are not the same");
    }

    private static Bilingual memberOf(Fact fact, Space space, boolean holds) {
        Bilingual name = Phrases.space(space);
        return holds
                ? sentence(fact, " est membre de %s", " is a member of %s", name)
                : sentence(fact, " n'est pas membre de %s", " is not a member of %s", name);
    }

    private static Bilingual sentence(Fact fact, String fr, String en, Bilingual... arguments) {
        Bilingual noun = Phrases.noun(fact);
        Bilingual rest = new Bilingual(fr, en).with((Object[]) arguments);
        return new Bilingual(noun.fr() + rest.fr(), noun.en() + rest.en());
    }
}
