package org.liptako.policy.analysis.question;

import java.util.List;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.vocabulary.Bilingual;

/** Derogations that may fire, but never on a document on which a ban that they name fires. */
record IdleDerogations() implements Question {

    @Override
    public List<Remark> ask(Study study) {
        return study.inForce(rule -> rule.effect() == Effect.DEROGER)
                .filter(rule ->
                        study.documentAlone(VainDerogations.acts(study, rule)).isEmpty())
                .filter(rule -> study.documentAlone(study.fires(rule)).isPresent())
                .map(rule -> new Remark(
                        Remark.Kind.IDLE_DEROGATION,
                        List.of(rule.id()),
                        new Bilingual(
                                        "%s ne lève jamais rien : quand elle s'applique, aucune des règles qu'elle nomme (%s) ne s'oppose.",
                                        "%s never lifts anything: when it applies, none of the rules that it names (%s) stands in the way.")
                                .with(rule.id(), String.join(", ", rule.derogatesFrom())),
                        null))
                .toList();
    }
}
