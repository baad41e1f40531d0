package org.liptako.policy.vocabulary;

import java.util.List;
import java.util.Optional;

/**
 * Whether one vocabulary may follow another. A newer one only adds: facts, values, spaces, obligations. So rules and documents written in the older mean
 * the same in the newer, and nobody has to change on the day that it comes.
 */
final class Succession {
    private final Vocabulary older;
    private final Vocabulary newer;

    Succession(Vocabulary older, Vocabulary newer) {
        this.older = older;
        this.newer = newer;
    }

    /** @throws VocabularyException naming the first thing that is not as it was */
    void require() throws VocabularyException {
        if (newer.version() <= older.version()) {
            throw new VocabularyException(new Bilingual(
                            "La version %d du vocabulaire ne suit pas la version %d : les versions ne font qu'avancer.",
                            "Version %d of the vocabulary does not follow version %d: versions only move forward.")
                    .with(newer.version(), older.version()));
        }
        for (Fact fact : older.facts()) {
            Optional<Fact> same = newer.fact(fact.code());
            require(same.filter(other -> isKept(fact, other)).isPresent(), fact.code());
        }
        for (Space space : older.spaces()) {
            require(newer.spaces().contains(space), space.code());
        }
        for (Obligation obligation : older.obligations()) {
            require(
                    newer.obligation(obligation.code())
                            .filter(obligation::equals)
                            .isPresent(),
                    obligation.code());
        }
    }

    private boolean isKept(Fact fact, Fact other) {
        return fact.name().equals(other.name())
                && fact.type() == other.type()
                && fact.range().equals(other.range())
                && fact.memberStatesOnly() == other.memberStatesOnly()
                && fact.label().equals(other.label())
                && wordsOf(other, fact).equals(wordsOf(fact, fact))
                && older.facts().stream().filter(fact::isComparableWith).allMatch(one -> isStillComparable(other, one));
    }

    /** Two facts that a rule may compare must stay so: what is added to the values of one is added to the other's. */
    private boolean isStillComparable(Fact fact, Fact comparable) {
        return newer.fact(comparable.code()).filter(fact::isComparableWith).isPresent();
    }

    /** The values of a fact that another has too, in their order. */
    private static List<Value> wordsOf(Fact fact, Fact other) {
        return fact.words().stream()
                .filter(word -> other.wordByCode(word.code()).isPresent())
                .map(word -> new Value(word.code(), word.word(), word.label()))
                .toList();
    }

    private record Value(String code, String word, Bilingual label) {}

    private void require(boolean kept, String what) throws VocabularyException {
        if (!kept) {
            throw new VocabularyException(new Bilingual(
                            "La version %d du vocabulaire change « %s », que la version %d a déjà : un vocabulaire ne fait"
                                    + " qu'ajouter. Gardez-le tel quel et ajoutez à côté.",
                            "Version %d of the vocabulary changes \"%s\", which version %d has already: a vocabulary only"
                                    + " adds. Keep it as it is and add beside it.")
                    .with(newer.version(), what, older.version()));
        }
    }
}
