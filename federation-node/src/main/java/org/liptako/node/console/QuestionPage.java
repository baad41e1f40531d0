package org.liptako.node.console;

import java.util.List;

/**
 * One question, and its answer where its blanks are filled in.
 *
 * @param sentence the question, piece by piece
 * @param filters what may be asked for beyond the sentence
 * @param refusal why it is not answered; empty where it is, or was not asked yet
 */
public record QuestionPage(
        String asOf,
        String action,
        List<SentencePart> sentence,
        List<BlankField> filters,
        String refusal,
        AnswerPart answer,
        List<CoverageRow> coverage) {
    public QuestionPage {
        sentence = List.copyOf(sentence);
        filters = List.copyOf(filters);
        coverage = List.copyOf(coverage);
    }
}
