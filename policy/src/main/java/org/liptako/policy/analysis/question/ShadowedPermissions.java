package org.liptako.policy.analysis.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Bilingual;

/** Permissions that may fire, but never without a ban of their own State or of the Alliance. */
record ShadowedPermissions() implements Question {

    @Override
    public List<Remark> ask(Study study) {
        List<Remark> remarks = new ArrayList<>();
        // One document that is permitted clears every permission that fires on it.
        Set<String> cleared = new HashSet<>();
        study.inForce(rule -> rule.effect() == Effect.AUTORISER).forEach(rule -> {
            if (cleared.contains(rule.id())) {
                return;
            }
            Optional<Facts> permitted = study.document(isOfUse(study, rule));
            if (permitted.isPresent()) {
                study.decide(permitted.get()).findings().forEach(finding -> cleared.addAll(finding.rules()));
            } else if (study.documentAlone(study.fires(rule)).isPresent()) {
                remarks.add(new Remark(
                        Remark.Kind.SHADOWED_PERMISSION,
                        List.of(rule.id()),
                        new Bilingual(
                                        "%s ne permet jamais rien : chaque fois qu'elle s'applique, une interdiction de son État ou de l'AES s'applique aussi.",
                                        "%s never permits anything: whenever it applies, a ban of its State or of the AES applies as well.")
                                .with(rule.id()),
                        null));
            }
        });
        return remarks;
    }

    private static int isOfUse(Study study, Rule rule) {
        return study.circuit()
                .or(Study.roles(rule).stream()
                        .map(role -> study.circuit()
                                .and(
                                        study.encoding().isAsked(rule.jurisdiction(), role),
                                        study.encoding()
                                                .of(rule.jurisdiction(), role)
                                                .fires(rule),
                                        study.encoding()
                                                .of(rule.jurisdiction(), role)
                                                .permits(),
                                        study.encoding()
                                                .of(Jurisdiction.AES, Role.REGION)
                                                .permits()))
                        .toList());
    }
}
