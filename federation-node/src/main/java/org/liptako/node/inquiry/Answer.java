package org.liptako.node.inquiry;

import java.util.List;
import java.util.Optional;
import org.liptako.node.registry.RegistryCoverage;
import org.liptako.node.wire.Sentence;

/**
 * A page of an answer, with what the reader must know of it.
 *
 * @param coverage each State's part: who could be asked, and as of when the others are known
 * @param leftOut what it leaves out for this caller
 */
public record Answer(Asked asked, Page page, List<RegistryCoverage.Part> coverage, Optional<Sentence> leftOut) {
    public Answer {
        coverage = List.copyOf(coverage);
    }
}
