package org.liptako.node.console;

import java.util.List;
import java.util.stream.Stream;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** What a requester may say, in the words of the vocabulary in force. */
final class TermWords {
    private static final String YES = "true";
    private static final String NO = "false";

    private final Vocabulary vocabulary;
    private final Words words;

    TermWords(Vocabulary vocabulary, Words words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** What a fact is called. */
    String label(String fact) {
        return words.of(vocabulary.theFact(fact).label());
    }

    /** A code that the vocabulary no longer has, or that was never said, is shown as it is. */
    String value(String fact, String code) {
        return choices(fact, code).stream()
                .filter(Choice::chosen)
                .map(Choice::words)
                .findFirst()
                .orElse(code);
    }

    /** What can be said of a fact. */
    List<Choice> choices(String fact, String said) {
        Fact known = vocabulary.theFact(fact);
        return known.type().hasListedValues()
                ? known.words().stream()
                        .map(word -> new Choice(
                                word.code(), words.of(word.label()), word.code().equals(said)))
                        .toList()
                : List.of(
                        new Choice(YES, words.of("placing.yes"), said.equals(YES)),
                        new Choice(NO, words.of("placing.no"), said.equals(NO)));
    }

    /** The same, after that nothing is said. */
    List<Choice> orNothing(String fact, String said) {
        Choice nothing = new Choice("", words.of("placing.unsaid"), said.isEmpty());
        return Stream.concat(Stream.of(nothing), choices(fact, said).stream()).toList();
    }
}
