package org.liptako.policy.analysis.question;

import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Bilingual;

/** Rules in force that no document makes fire: what they ask for contradicts itself, or can never be lacking. */
record DeadRules() implements Question {

    @Override
    public List<Remark> ask(Study study) {
        List<Remark> remarks = new ArrayList<>();
        study.inForce(rule -> true)
                .filter(rule -> study.documentAlone(study.fires(rule)).isEmpty())
                .forEach(rule -> remarks.add(
                        rule.effect() == Effect.EXIGER
                                        && study.documentAlone(speaks(study, rule))
                                                .isPresent()
                                ? new Remark(
                                        Remark.Kind.ALWAYS_MET,
                                        List.of(rule.id()),
                                        new Bilingual(
                                                        "%s ne peut manquer d'être respectée : rien de ce qu'elle exige ne peut faire défaut.",
                                                        "%s cannot but be complied with: nothing that it requires can be lacking.")
                                                .with(rule.id()),
                                        null)
                                : new Remark(
                                        Remark.Kind.NEVER_FIRES,
                                        List.of(rule.id()),
                                        new Bilingual(
                                                        "%s ne peut jamais s'appliquer : ses conditions se contredisent.",
                                                        "%s can never apply: its conditions contradict each other.")
                                                .with(rule.id()),
                                        null)));
        return remarks;
    }

    /** When an exiger's champ holds. */
    private static int speaks(Study study, Rule rule) {
        return study.circuit()
                .or(Study.roles(rule).stream()
                        .map(role -> study.circuit()
                                .and(
                                        study.encoding().isAsked(rule.jurisdiction(), role),
                                        study.encoding()
                                                .of(rule.jurisdiction(), role)
                                                .speaks(rule)))
                        .toList());
    }
}
