package org.liptako.node.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.wire.Sentence;

/**
 * A copy of a campaign with all that is to be said of it now.
 *
 * @param expectedEnd when its bytes will be home; empty if that cannot be said
 * @param waiting what keeps it from going on; empty unless something does
 */
public record CopyView(
        RepatriatedCopy copy,
        Optional<Sentence> name,
        Optional<DueBy> due,
        boolean overdue,
        Optional<Instant> expectedEnd,
        Optional<Sentence> waiting,
        List<ErasureSignature> signatures) {
    public CopyView {
        signatures = List.copyOf(signatures);
    }
}
