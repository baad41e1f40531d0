package org.liptako.node.inquiry;

import java.util.List;
import org.liptako.node.wire.Sentence;

/** The headings of what every row has beside its columns: who says so, in which entry, since when, known since when. */
final class SourceHeadings {
    static final List<Sentence> ALL = List.of(
            new Sentence("dit par", "said by"),
            new Sentence("entrée", "entry"),
            new Sentence("depuis", "since"),
            new Sentence("connu depuis", "known since"));

    private SourceHeadings() {}
}
