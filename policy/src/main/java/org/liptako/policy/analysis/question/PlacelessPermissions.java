package org.liptako.policy.analysis.question;

import java.util.List;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.vocabulary.Bilingual;

/** Permissions whose words name no place: they permit everywhere that no ban reaches. */
record PlacelessPermissions() implements Question {

    @Override
    public List<Remark> ask(Study study) {
        return study.inForce(rule -> rule.effect() == Effect.AUTORISER)
                .filter(rule -> rule.facts().noneMatch(fact -> fact.code().startsWith("target.")))
                .map(rule -> new Remark(
                        Remark.Kind.PERMISSION_WITHOUT_PLACE,
                        List.of(rule.id()),
                        new Bilingual(
                                        "%s (« %s ») permet sans nommer de lieu : partout où aucune interdiction ne s'y oppose.",
                                        "%s (\"%s\") permits without naming a place: everywhere that no ban stands in the way.")
                                .with(rule.id(), rule.title()),
                        null))
                .toList();
    }
}
