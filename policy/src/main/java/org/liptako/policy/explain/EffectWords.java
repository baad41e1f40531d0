package org.liptako.policy.explain;

import java.util.List;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Bilingual;

/** What a rule did in a case, or did not do, or cannot be known to have done. */
final class EffectWords {
    private EffectWords() {}

    /**
     * The sentence.
     *
     * @param fires the truth with which the rule fired
     * @param met the truth of {@code champ and condition}, on which the obligations of an exiger hang
     */
    static Bilingual of(Rule rule, Truth fires, Truth met) {
        boolean owing = rule.effect() == Effect.EXIGER && !rule.obligations().isEmpty();
        if (owing && fires == Truth.FALSE && met == Truth.UNKNOWN) {
            return new Bilingual(
                    "Elle n'interdit pas, mais on ne sait si ses obligations sont dues, car :",
                    "It does not ban, but whether its obligations are owed is not known, because:");
        }
        return switch (rule.effect()) {
            case AUTORISER -> said("permet", "permits", "ne permet pas", "does not permit", fires);
            case INTERDIRE -> said("interdit", "bans", "n'interdit pas", "does not ban", fires);
            case EXIGER ->
                said(
                        "interdit ce qui n'a pas ce qu'elle exige",
                        "bans what lacks what it requires",
                        "n'interdit pas",
                        "does not ban",
                        fires);
            case OBLIGER ->
                said(
                        "exige que l'opération soit faite",
                        "demands the operation",
                        "n'exige pas l'opération",
                        "does not demand the operation",
                        fires);
            case ASSORTIR ->
                said("ajoute ses obligations", "adds its obligations", "n'ajoute rien", "adds nothing", fires);
            case DEROGER -> {
                Bilingual bans = named(rule.derogatesFrom());
                yield said(
                        "lève " + bans.fr(),
                        "lifts " + bans.en(),
                        "ne lève pas " + bans.fr(),
                        "does not lift " + bans.en(),
                        fires);
            }
        };
    }

    private static Bilingual said(String yesFr, String yesEn, String noFr, String noEn, Truth fires) {
        return switch (fires) {
            case TRUE -> new Bilingual("Elle " + yesFr + ", car :", "It " + yesEn + ", because:");
            case FALSE -> new Bilingual("Elle " + noFr + ", car :", "It " + noEn + ", because:");
            case UNKNOWN ->
                new Bilingual(
                        "On ne sait si elle " + yesFr + ", car :", "Whether it " + yesEn + " is not known, because:");
        };
    }

    private static Bilingual named(List<String> ids) {
        return Enumeration.and(ids.stream().map(id -> new Bilingual(id, id)).toList());
    }
}
