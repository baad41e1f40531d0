package org.liptako.policy.analysis.question;

import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;

/** Pairs of a home and a host State, and operations that the two (and the Alliance) never both permit. */
record Disagreements() implements Question {

    @Override
    public List<Remark> ask(Study study) {
        Fact operation = study.rules().vocabulary().theFact("operation");
        int permits = study.encoding().permits();
        List<Remark> remarks = new ArrayList<>();
        for (Jurisdiction home : Study.states()) {
            for (Jurisdiction host : Study.states()) {
                List<FactWord> never = home == host
                        ? List.of()
                        : operation.words().stream()
                                .filter(word -> study.document(
                                                permits,
                                                study.encoding().isHome(home),
                                                study.encoding().isHost(host),
                                                study.space().hasWord(operation, word.rank()))
                                        .isEmpty())
                                .toList();
                if (!never.isEmpty()) {
                    remarks.add(new Remark(
                            Remark.Kind.NEVER_AGREE,
                            List.of(),
                            new Bilingual(
                                            "Aucune donnée (%s) ne peut jamais faire l'objet de ceci sur le sol de l'État d'accueil (%s) : %s.",
                                            "No data of the home State (%s) can ever be subject to this on the host State's soil (%s): %s.")
                                    .with(home.label(), host.label(), Gaps.listed(never)),
                            null));
                }
            }
        }
        return remarks;
    }
}
