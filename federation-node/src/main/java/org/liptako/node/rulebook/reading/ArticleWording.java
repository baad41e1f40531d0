package org.liptako.node.rulebook.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.explain.Explanation;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.explain.RuleWords;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

/** Words the rules of a set as articles. */
public final class ArticleWording {
    private static final String ITEM = "– ";

    private final RuleWords words;
    private final Instant now;

    /** @param now the instant of reading */
    public ArticleWording(RuleSet rules, Instant now) {
        this.words = new RuleWords(rules);
        this.now = now;
    }

    /** The article that a rule is. */
    public Article of(Rule rule) {
        Explanation explanation = words.of(rule);
        List<Bilingual> lines = explanation.lines();
        int bases = lines.size() - rule.legalBases().size();
        return new Article(
                rule.id(),
                explanation.title(),
                new Bilingual(FrenchText.of(rule.text().fr()), rule.text().en()),
                lines.getFirst(),
                passages(lines.subList(1, bases)),
                lines.subList(bases, lines.size()),
                standing(rule));
    }

    private Standing standing(Rule rule) {
        if (rule.isInForce(now)) {
            return Standing.IN_FORCE;
        }
        return rule.periods().stream().anyMatch(period -> period.start().isAfter(now))
                ? Standing.TO_COME
                : Standing.PAST;
    }

    /** Lines that begin with a dash are the list of the sentence above them. */
    private static List<Passage> passages(List<Bilingual> lines) {
        List<Passage> passages = new ArrayList<>();
        List<Bilingual> items = new ArrayList<>();
        for (Bilingual line : lines.reversed()) {
            if (line.fr().startsWith(ITEM)) {
                items.addFirst(new Bilingual(
                        line.fr().substring(ITEM.length()), line.en().substring(ITEM.length())));
            } else {
                passages.addFirst(new Passage(line, items));
                items.clear();
            }
        }
        return passages;
    }
}
