package org.liptako.node.cli.registry;

import org.liptako.node.cli.Language;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Vocabulary;

/** A code of the vocabulary as a person reads it; {@code --json} has the code. */
final class CodeWord {
    private CodeWord() {}

    /** The word; a code that is newer than this program's vocabulary stays as it is. */
    static String of(String fact, String code, Language language) {
        return Vocabulary.standard()
                .theFact(fact)
                .wordByCode(code)
                .map(FactWord::label)
                .map(label -> language.choose(label.fr(), label.en()))
                .orElse(code);
    }
}
