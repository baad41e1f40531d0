package org.liptako.policy.analysis.question;

import java.util.List;

/** Something to be asked of a rule set at one instant. */
public sealed interface Question
        permits DeadRules,
                ShadowedPermissions,
                Collisions,
                VainDerogations,
                IdleDerogations,
                PlacelessPermissions,
                Disagreements,
                Gaps {

    /** What is found out; nothing is a proof that there is nothing. */
    List<Remark> ask(Study study);

    /** Those about single rules, which are quick. */
    static List<Question> ofSingleRules() {
        return List.of(new DeadRules(), new ShadowedPermissions(), new IdleDerogations());
    }

    /** Every question, in the order in which a reader wants the answers. */
    static List<Question> all() {
        return List.of(
                new Collisions(),
                new VainDerogations(),
                new DeadRules(),
                new ShadowedPermissions(),
                new IdleDerogations(),
                new Disagreements(),
                new Gaps(),
                new PlacelessPermissions());
    }
}
