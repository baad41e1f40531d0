package org.liptako.node.operations.availability;

import java.time.InstantSource;
import java.util.List;
import org.liptako.node.wire.DatabaseOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The other processes of this State at this data centre. Thread-safe. */
public final class Neighbours {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);

    private final SpanStore spans;
    private final Beat beat;
    private final InstantSource clock;

    public Neighbours(SpanStore spans, Beat beat, InstantSource clock) {
        this.spans = spans;
        this.beat = beat;
        this.clock = clock;
    }

    /** The numbers of those that served at their last look; none where the database does not answer. */
    public List<Integer> serving() {
        try {
            return spans.othersServing(clock.instant().minus(beat.patience()));
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isBehind(e)) {
                throw e;
            }
            LOG.warn("Whether another process goes on cannot be told: the database does not answer.");
            return List.of();
        }
    }
}
