package org.liptako.node.exchange.publication;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.HeldVersion;

/** A version whose files are objects that this State published, read by ranges as long as they are what was published. Thread-safe. */
record ObjectVersion(SignedManifest signed, BucketClient bucket, ObjectTree tree) implements HeldVersion {
    @Override
    public ByteBuffer chunk(int chunk, ByteBuffer memory) throws IOException {
        ChunkPlace place = manifest().layout().place(chunk);
        ByteBuffer bytes = memory.clear().limit(place.length());
        if (!bucket.read(tree.key(place.file()), place.offset(), bytes, tree.tag(place.file()))) {
            throw new EOFException("The object " + bucket.name(tree.key(place.file())) + " is gone.");
        }
        return bytes.flip();
    }
}
