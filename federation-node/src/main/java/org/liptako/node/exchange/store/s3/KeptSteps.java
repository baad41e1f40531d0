package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.StoreStep;

/** Tells where versions are, by what lies in a bucket, strangers' objects among it. */
record KeptSteps(BucketClient bucket, ReplicaStates states) {
    /** Empty where nothing is. */
    Optional<StoreStep> of(DatasetVersion version) throws IOException {
        StoreStep step = ofSomething(version);
        return step == StoreStep.REMNANT && !BucketWalk.hasAnything(bucket, new ReplicaKeys(version).all())
                ? Optional.empty()
                : Optional.of(step);
    }

    /** Where a version is of which there are objects. */
    StoreStep ofSomething(DatasetVersion version) throws IOException {
        Optional<ReplicaStep> step = states.readable(version);
        if (step.isEmpty()) {
            return StoreStep.REMNANT;
        }
        return switch (step.get()) {
            case RECEIVING -> StoreStep.STAGED;
            case ERASING -> StoreStep.ERASING;
            case WHOLE, SEALED ->
                bucket.head(new ReplicaKeys(version).manifest("header.json")).isEmpty()
                        ? StoreStep.REMNANT
                        : step.get() == ReplicaStep.SEALED ? StoreStep.SEALED : StoreStep.QUARANTINED;
        };
    }
}
