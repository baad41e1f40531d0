package org.liptako.policy.analysis.question;

import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.explain.Enumeration;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;

/** What nobody permits, anywhere: operations, and classes of data, for the data of each State. */
record Gaps() implements Question {

    @Override
    public List<Remark> ask(Study study) {
        List<Remark> remarks = new ArrayList<>();
        for (Jurisdiction home : Study.states()) {
            List<FactWord> operations = never(study, home, "operation");
            if (!operations.isEmpty()) {
                remarks.add(remark(
                        "Nul ne permet, où que ce soit, pour les données de cet État (%s) : %s.",
                        "Nobody permits, anywhere, for the data of this State (%s): %s.", home, operations));
            }
            List<FactWord> classes = never(study, home, "dataset.classification");
            if (!classes.isEmpty()) {
                remarks.add(remark(
                        "Rien n'est permis, où que ce soit, des données de cet État (%s) de cette classification : %s.",
                        "Nothing is permitted, anywhere, of the data of this State (%s) of this classification: %s.",
                        home,
                        classes));
            }
        }
        return remarks;
    }

    private static List<FactWord> never(Study study, Jurisdiction home, String code) {
        int permits = study.encoding().permits();
        Fact fact = study.rules().vocabulary().theFact(code);
        return fact.words().stream()
                .filter(word -> study.document(
                                permits,
                                study.encoding().isHome(home),
                                study.space().hasWord(fact, word.rank()))
                        .isEmpty())
                .toList();
    }

    private static Remark remark(String fr, String en, Jurisdiction home, List<FactWord> words) {
        return new Remark(Remark.Kind.GAP, List.of(), new Bilingual(fr, en).with(home.label(), listed(words)), null);
    }

    static Bilingual listed(List<FactWord> words) {
        return Enumeration.and(words.stream()
                .map(word -> new Bilingual(
                        "« " + word.label().fr() + " »", "\"" + word.label().en() + "\""))
                .toList());
    }
}
