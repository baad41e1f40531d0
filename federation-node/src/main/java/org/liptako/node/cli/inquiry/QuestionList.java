package org.liptako.node.cli.inquiry;

import java.util.ArrayList;
import java.util.List;
import org.liptako.inquiry.v1.BlankDescription;
import org.liptako.inquiry.v1.Question;
import org.liptako.node.cli.Language;

/** The questions as a person reads them: each sentence, how it is asked, what may narrow it. */
final class QuestionList {
    private QuestionList() {}

    static List<String> lines(List<Question> questions, Language language) {
        List<String> lines = new ArrayList<>();
        for (Question question : questions) {
            var sentence = question.getSentence();
            lines.add(language.choose(sentence.getFr(), sentence.getEn()));
            StringBuilder command = new StringBuilder("    liptako ask " + question.getName());
            question.getBlanksList()
                    .forEach(blank -> command.append(
                            blank.getRequired() ? " " + blank.getName() + "=…" : " [" + blank.getName() + "=…]"));
            lines.add(command.toString());
            if (question.getRestricted()) {
                lines.add(
                        language.choose(
                                "    ouverte aux exploitants, agents et régulateurs de l'État du nœud, et aux régulateurs des trois États",
                                "    open to operators, officers and regulators of the node's State, and to the regulators of all three"));
            }
        }
        lines.add("");
        questions.stream()
                .flatMap(question -> question.getBlanksList().stream())
                .map(blank -> meaning(blank, language))
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    private static String meaning(BlankDescription blank, Language language) {
        return "  " + blank.getName() + language.choose(" : ", ": ")
                + language.choose(blank.getMeaning().getFr(), blank.getMeaning().getEn());
    }
}
