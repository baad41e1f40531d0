package org.liptako.policy.explain;

import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;

/**
 * One line of a condition as it stood in a case.
 *
 * @param depth how far inside other lines it stands, from 0
 * @param words what the line says
 * @param truth whether that was so
 * @param facts the facts that it rests on; none for a line that joins those below it
 */
public record Ground(int depth, Bilingual words, Truth truth, List<Fact> facts) {
    private static final Bilingual ALWAYS = new Bilingual("dans tous les cas", "in every case");
    private static final Bilingual ALL_OF = new Bilingual("tout ce qui suit :", "all of this:");
    private static final Bilingual ONE_OF = new Bilingual("l'une au moins de ces choses :", "at least one of these:");

    public Ground {
        words = new Bilingual(FrenchText.of(words.fr()), words.en());
        facts = List.copyOf(facts);
    }

    /** A condition's lines, in written order; those of a conjunction stand side by side. */
    static List<Ground> of(Condition condition, Facts facts) {
        List<Ground> lines = new ArrayList<>();
        FormTruth truth = new FormTruth(facts);
        Clause whole = ConditionWords.clause(condition, true);
        if (whole instanceof Clause.Every every) {
            every.parts().forEach(part -> add(part, 0, truth, lines));
        } else {
            add(whole, 0, truth, lines);
        }
        return lines.isEmpty() ? List.of(new Ground(0, ALWAYS, Truth.TRUE, List.of())) : lines;
    }

    private static void add(Clause clause, int depth, FormTruth truth, List<Ground> lines) {
        Truth found = truthOf(clause, truth);
        switch (clause) {
            case Clause.Statement statement ->
                lines.add(new Ground(
                        depth,
                        statement.words(),
                        found,
                        statement.form().facts().distinct().toList()));
            case Clause.Every every -> {
                lines.add(new Ground(depth, ALL_OF, found, List.of()));
                every.parts().forEach(part -> add(part, depth + 1, truth, lines));
            }
            case Clause.Some some -> {
                lines.add(new Ground(depth, ONE_OF, found, List.of()));
                some.parts().forEach(part -> add(part, depth + 1, truth, lines));
            }
        }
    }

    private static Truth truthOf(Clause clause, FormTruth truth) {
        return switch (clause) {
            case Clause.Statement statement -> {
                Truth form = truth.of(statement.form());
                yield statement.holds() ? form : form.not();
            }
            case Clause.Every every ->
                every.parts().stream().map(part -> truthOf(part, truth)).reduce(Truth.TRUE, Truth::and);
            case Clause.Some some ->
                some.parts().stream().map(part -> truthOf(part, truth)).reduce(Truth.FALSE, Truth::or);
        };
    }
}
