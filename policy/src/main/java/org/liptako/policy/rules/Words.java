package org.liptako.policy.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.liptako.policy.vocabulary.Folded;
import org.liptako.policy.yaml.YamlNode;

/** The words of the rule format itself, matched without regard to case or accents. */
record Words(Findings.OfFile findings) {

    static final String YES = "oui";
    static final String NO = "non";

    Optional<Effect> effect(YamlNode.Scalar written) {
        return constant(written, "effet", Effect.values(), Effect::word);
    }

    Optional<Capacity> capacity(YamlNode.Scalar written) {
        return constant(written, "au_titre_de", Capacity.values(), Capacity::word);
    }

    Optional<BasisStatus> status(YamlNode.Scalar written) {
        return constant(written, "statut", BasisStatus.values(), BasisStatus::word);
    }

    Optional<Boolean> yesOrNo(YamlNode.Scalar written, String key) {
        return constant(written, key, new Boolean[] {true, false}, yes -> yes ? YES : NO);
    }

    private <T> Optional<T> constant(YamlNode.Scalar written, String key, T[] constants, Function<T, String> word) {
        String folded = Folded.of(written.text());
        Optional<T> found = Arrays.stream(constants)
                .filter(constant -> word.apply(constant).equals(folded))
                .findFirst();
        if (found.isEmpty()) {
            findings.error(
                    written.place(),
                    RuleMistake.UNKNOWN_WORD,
                    Quoted.of(written.text()),
                    key,
                    new Hint(
                            written.text(),
                            () -> Arrays.stream(constants).map(word).toList()));
        }
        return found;
    }
}
