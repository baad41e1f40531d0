package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.StoreIdentity;
import org.liptako.node.exchange.store.StoreListing;
import org.liptako.node.exchange.store.StoreStep;
import org.liptako.node.journal.event.DatasetId;

/** Goes through a bucket, name by name, down to the prefixes of versions; what lies below those is not looked at. */
record BucketWalk(BucketClient bucket, Step steps, StoreListing told) {
    /** Where the bucket is tried at each start of a node. */
    private static final String PROBE = "probe";

    /** Finds out where a version is of which there are objects. */
    @FunctionalInterface
    interface Step {
        StoreStep of(DatasetVersion version) throws IOException;
    }

    void walk() throws IOException {
        bucket.level("", new Names("") {
            @Override
            public void below(String name) throws IOException {
                Optional<DatasetId> dataset = dataset(name);
                if (dataset.isPresent()) {
                    walk(dataset.get());
                } else if (!name.equals(PROBE)) {
                    told.stranger(name + "/");
                }
            }
        });
    }

    private void walk(DatasetId dataset) throws IOException {
        String prefix = ReplicaKeys.dataset(dataset);
        bucket.level(prefix, new Names(prefix) {
            @Override
            public void below(String name) throws IOException {
                Optional<DatasetVersion> version = ReplicaKeys.version(dataset, name);
                if (version.isPresent()) {
                    told.version(version.get(), steps.of(version.get()));
                } else {
                    told.stranger(prefix + name + "/");
                }
            }
        });
    }

    /** Whether there is any object below a prefix. */
    static boolean hasAnything(BucketClient bucket, String prefix) throws IOException {
        boolean[] found = new boolean[1];
        bucket.level(prefix, new BucketClient.Level() {
            @Override
            public void below(String name) {
                found[0] = true;
            }

            @Override
            public void object(String name) {
                found[0] = true;
            }
        });
        return found[0];
    }

    private static Optional<DatasetId> dataset(String name) {
        try {
            return Optional.of(new DatasetId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** No object belongs at these levels; some tools leave an empty one where a prefix begins. */
    private abstract class Names implements BucketClient.Level {
        private final String prefix;

        Names(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public void object(String name) throws IOException {
            if (!name.isEmpty() && !(prefix + name).equals(StoreIdentity.FILE)) {
                told.stranger(prefix + name);
            }
        }
    }
}
