package org.liptako.node.registry;

import java.time.Instant;
import java.util.List;
import org.liptako.node.journal.event.Dataset;

/**
 * Where the copies of a dataset were at an instant, as it was known at another.
 *
 * @param dataset as it is described now
 * @param copies what every State says of each that the reader is shown; by site, the last word first
 * @param coverage how current each State's part is, now
 */
public record Whereabouts(
        Dataset dataset,
        Instant heldAt,
        Instant knownAt,
        List<ReplicaStatement> copies,
        CopyCircumstances beside,
        List<RegistryCoverage.Part> coverage) {
    public Whereabouts {
        copies = List.copyOf(copies);
        coverage = List.copyOf(coverage);
    }
}
