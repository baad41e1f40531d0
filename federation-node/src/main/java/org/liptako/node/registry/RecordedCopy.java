package org.liptako.node.registry;

import java.util.Optional;
import java.util.OptionalLong;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.Site;

/**
 * A copy with all that is recorded of it.
 *
 * @param statement by the State that has the last word on it
 * @param dataset as its home State describes it
 * @param site as the State that answers for it describes it
 * @param grant the grant that it came by; empty for one that was there before the federation, and where that grant is not known here
 * @param ahead the registers of its dataset
 * @param quotaLeftGb what its site can hold less what lies there, by registered sizes, in GB; empty if its capacity, or the size of a dataset there, is not known
 */
public record RecordedCopy(
        ReplicaStatement statement,
        Dataset dataset,
        Site site,
        Optional<GrantSummary> grant,
        RegistersAhead ahead,
        OptionalLong quotaLeftGb) {}
