package org.liptako.node.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** Makes the fields in which facts are made up: those without which nothing is judged first, then those that are missing or were said, then the others. */
final class TrialFields {
    private static final Set<String> FIRST = Set.of("operation", "dataset.home", "target.state");

    private final Vocabulary vocabulary;
    private final TermWords terms;
    private final Words words;

    TrialFields(Vocabulary vocabulary, Words words) {
        this.vocabulary = vocabulary;
        this.terms = new TermWords(vocabulary, words);
        this.words = words;
    }

    /** The fields that are to be seen at once. */
    List<TrialField> needed(TrialQuery asked, Set<String> missing) {
        return fields(asked, missing, true);
    }

    /** Those that are to be seen on demand. */
    List<TrialField> others(TrialQuery asked, Set<String> missing) {
        return fields(asked, missing, false);
    }

    private List<TrialField> fields(TrialQuery asked, Set<String> missing, boolean needed) {
        List<TrialField> fields = new ArrayList<>();
        for (Fact fact : vocabulary.facts()) {
            boolean wanted = FIRST.contains(fact.code())
                    || missing.contains(fact.code())
                    || !asked.said(fact.code()).isEmpty();
            if (wanted == needed) {
                fields.add(field(fact, asked.said(fact.code())));
            }
        }
        return fields;
    }

    private TrialField field(Fact fact, List<String> said) {
        String first = said.isEmpty() ? "" : said.getFirst();
        String label = words.of(fact.label());
        return switch (fact.type()) {
            case ENUM, ORDERED, BOOLEAN ->
                new TrialField(fact.code(), label, "one", terms.orNothing(fact.code(), first), "");
            case SET -> new TrialField(fact.code(), label, "some", members(fact, said), "");
            case COUNTRY -> new TrialField(fact.code(), label, "country", List.of(), first);
            case INTEGER -> new TrialField(fact.code(), label, "number", List.of(), first);
            case IDENTIFIER -> new TrialField(fact.code(), label, "text", List.of(), first);
        };
    }

    private List<Choice> members(Fact fact, List<String> said) {
        return fact.words().stream()
                .map(word -> new Choice(word.code(), words.of(word.label()), said.contains(word.code())))
                .toList();
    }
}
