package org.liptako.node.placement;

import java.util.Optional;
import java.util.OptionalLong;
import org.liptako.node.journal.event.Dataset;

/**
 * What this node's registry says of a dataset at one instant. What is empty is unknown.
 *
 * @param retentionElapsed whether it need be kept no longer
 * @param held whether it is under judicial hold
 * @param incident whether the home State has declared an incident
 * @param incidentDays the whole days since the incident's start, if there is one
 * @param deadlinePassed whether a day has passed by which the home State has found that the copy at the place must be moved or brought in order
 */
public record KnownDataset(
        Dataset dataset,
        Optional<Boolean> retentionElapsed,
        Optional<Boolean> held,
        Optional<Boolean> incident,
        OptionalLong incidentDays,
        boolean deadlinePassed) {}
