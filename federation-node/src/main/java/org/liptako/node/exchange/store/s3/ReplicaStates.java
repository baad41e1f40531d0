package org.liptako.node.exchange.store.s3;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.bucket.StoredObject;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;

/**
 * How far each replica has come, in one small object beside its files: a step is one put, so a replica is always in one of them, and
 * whoever reads the bucket with other tools can tell a sealed replica from one that is not. Thread-safe.
 */
record ReplicaStates(BucketClient bucket) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @JsonPropertyOrder({"dataset", "root", "state"})
    private record Mark(String dataset, String root, ReplicaStep state) {}

    /** The step that a version has come to; empty if nothing is here of it. */
    Optional<ReplicaStep> step(DatasetVersion version) throws IOException {
        Optional<byte[]> found = bucket.small(new ReplicaKeys(version).state());
        try {
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(JSON.readValue(found.get(), Mark.class).state());
        } catch (JacksonException e) {
            throw new IOException("The object " + new ReplicaKeys(version).state() + " is no state of a replica.", e);
        }
    }

    /** Whether a version has come to this very step. */
    boolean is(DatasetVersion version, ReplicaStep step) throws IOException {
        return step(version).equals(Optional.of(step));
    }

    /** Whether something is here of a version that is not being erased. */
    boolean isHere(DatasetVersion version) throws IOException {
        return step(version).filter(step -> step != ReplicaStep.ERASING).isPresent();
    }

    /** The same as {@link #step(DatasetVersion)}, where an object that is no state is as good as none. */
    Optional<ReplicaStep> readable(DatasetVersion version) throws IOException {
        try {
            return step(version);
        } catch (IOException e) {
            if (e.getCause() instanceof JacksonException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    void step(DatasetVersion version, ReplicaStep step) throws IOException {
        Mark mark = new Mark(version.dataset().value(), version.root().value(), step);
        bucket.put(new ReplicaKeys(version).state(), Content.of(JSON.writeValueAsBytes(mark)));
    }

    /** When a version came to its step. */
    Instant since(DatasetVersion version) throws IOException {
        return bucket.head(new ReplicaKeys(version).state())
                .map(StoredObject::changed)
                .orElse(Instant.EPOCH);
    }

    /** The versions of a dataset of which something is here. */
    List<DatasetVersion> all(DatasetId dataset) throws IOException {
        return bucket.names(ReplicaKeys.dataset(dataset)).stream()
                .sorted()
                .flatMap(root -> ReplicaKeys.version(dataset, root).stream())
                .toList();
    }

    /** Those of them that have come to one of these steps. */
    List<DatasetVersion> in(DatasetId dataset, List<ReplicaStep> steps) throws IOException {
        List<DatasetVersion> found = new ArrayList<>();
        for (DatasetVersion version : all(dataset)) {
            if (step(version).filter(steps::contains).isPresent()) {
                found.add(version);
            }
        }
        return List.copyOf(found);
    }
}
