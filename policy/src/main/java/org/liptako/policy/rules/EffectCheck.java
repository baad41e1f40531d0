package org.liptako.policy.rules;

import org.liptako.policy.yaml.Place;

/** Which keys a rule must have, or may not have, by its effect and its jurisdiction. */
record EffectCheck(Jurisdiction jurisdiction, Findings.OfFile findings) {

    void check(Effect effect, Fields fields) {
        Place rule = fields.place();
        if (!effect.isBan() && fields.has("derogeable")) {
            findings.error(fields.place("derogeable"), RuleMistake.DEROGABLE_MISPLACED);
        }
        if (!jurisdiction.isState() && effect == Effect.AUTORISER) {
            findings.error(fields.place("effet"), RuleMistake.AES_PERMISSION);
        }
        if (!jurisdiction.isState() && fields.has("au_titre_de")) {
            findings.error(fields.place("au_titre_de"), RuleMistake.AES_CAPACITY);
        }
        if (effect == Effect.EXIGER && fields.lacks("condition")) {
            findings.error(rule, RuleMistake.CONDITION_MISSING);
        }
        if (effect == Effect.INTERDIRE && fields.has("obligations")) {
            findings.error(fields.place("obligations"), RuleMistake.OBLIGATIONS_MISPLACED);
        }
        if (effect == Effect.ASSORTIR && fields.lacks("obligations")) {
            findings.error(rule, RuleMistake.OBLIGATIONS_MISSING);
        }
        if (effect == Effect.DEROGER && fields.lacks("deroge_a")) {
            findings.error(rule, RuleMistake.DEROGATION_MISSING);
        }
        if (effect != Effect.DEROGER && fields.has("deroge_a")) {
            findings.error(fields.place("deroge_a"), RuleMistake.DEROGATION_MISPLACED);
        }
    }
}
