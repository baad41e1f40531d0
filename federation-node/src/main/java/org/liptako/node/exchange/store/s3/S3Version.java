package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.HeldVersion;

/** A version whose files are objects in the bucket, read by ranges. Thread-safe. */
record S3Version(SignedManifest signed, ReplicaObjects objects) implements HeldVersion {
    @Override
    public ByteBuffer chunk(int chunk, ByteBuffer memory) throws IOException {
        return objects.chunk(chunk, memory);
    }
}
