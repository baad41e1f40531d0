package org.liptako.node.replay;

import org.liptako.node.wire.Sentence;

/** What became of judging one document of a record again. */
public sealed interface Retried {
    /** Where the document stands in the record. */
    String field();

    /** The same document, byte for byte. */
    record Same(String field, String engine) implements Retried {}

    /** Another document. */
    record Different(String field, String engine, Difference first) implements Retried {}

    /** It could not be judged. */
    record NotPossible(String field, Sentence words) implements Retried {}
}
