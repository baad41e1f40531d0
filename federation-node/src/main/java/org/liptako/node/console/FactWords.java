package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.registry.WordsInUse;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;

/** The codes of facts in words, as the vocabulary of the rules in force has them. */
@Singleton
final class FactWords {
    private final WordsInUse vocabulary;

    FactWords(WordsInUse vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A code in words; one that the vocabulary does not know, because another State's node wrote what it liked, as it is. */
    String of(String fact, @Nullable String code, Words words) {
        return code == null
                ? words.of("unknown")
                : word(fact, code).map(word -> label(word, words)).orElse(code);
    }

    /** What a list in a form offers of a fact's codes, in the vocabulary's order. */
    List<Choice> choices(String fact, Optional<String> chosen, Words words) {
        return vocabulary.now().fact(fact).map(Fact::words).orElse(List.of()).stream()
                .map(word -> new Choice(word.code(), label(word, words), chosen.equals(Optional.of(word.code()))))
                .toList();
    }

    private Optional<FactWord> word(String fact, String code) {
        return vocabulary.now().fact(fact).flatMap(known -> known.wordByCode(code));
    }

    private static String label(FactWord word, Words words) {
        return words.of(new Sentence(word.label().fr(), word.label().en()));
    }
}
