package org.liptako.node.inquiry;

/** An answer as a file: pages come in, text goes out. Not thread-safe. */
public interface AnswerFile {
    /** A page of the answer, as a part of the file. */
    String page(Answer answer);

    /** What stands after the last page. */
    String end();
}
