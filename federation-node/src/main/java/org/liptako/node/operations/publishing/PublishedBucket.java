package org.liptako.node.operations.publishing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.Content;

/** A journal published below a prefix of a bucket. */
record PublishedBucket(BucketClient bucket) implements PublishedFiles {
    @Override
    public String place() {
        return bucket.name("");
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        return bucket.small(path);
    }

    @Override
    public void write(String path, byte[] content) throws IOException {
        bucket.put(path, Content.of(content));
    }

    @Override
    public void removeBelow(String path) throws IOException {
        List<String> keys = new ArrayList<>();
        bucket.list(path, object -> keys.add(object.key()));
        for (String key : keys) {
            bucket.remove(key);
        }
    }
}
