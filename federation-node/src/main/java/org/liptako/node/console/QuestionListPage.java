package org.liptako.node.console;

import java.util.List;

/** The questions that can be asked. */
public record QuestionListPage(String asOf, List<QuestionRow> questions) {
    public QuestionListPage {
        questions = List.copyOf(questions);
    }
}
