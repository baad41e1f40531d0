package org.liptako.node.console;

import java.util.List;

/**
 * An answer, in words.
 *
 * @param sentence the question with its blanks filled in
 * @param validity what it is true of, as known when
 * @param leftOut what it leaves out for the reader; may be empty
 * @param count how many rows this page has
 * @param next the address of the next page; empty on the last one
 * @param files as what it can be kept
 */
public record AnswerPart(
        String sentence,
        String validity,
        String leftOut,
        String count,
        AnswerTable table,
        String next,
        List<FileLink> files) {
    /** Of a question whose blanks are not filled in yet. */
    static final AnswerPart NONE = new AnswerPart("", "", "", "", AnswerTable.NONE, "", List.of());

    public AnswerPart {
        files = List.copyOf(files);
    }

    /** Whether there is an answer, of however many rows. */
    public boolean given() {
        return !sentence.isEmpty();
    }
}
