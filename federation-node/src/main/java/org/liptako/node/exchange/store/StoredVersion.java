package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.liptako.node.exchange.manifest.SignedManifest;

/**
 * A version whose files lie below a directory.
 *
 * @param data the directory
 */
public record StoredVersion(SignedManifest signed, Path data) implements HeldVersion {
    @Override
    public ByteBuffer chunk(int chunk) throws IOException {
        return new ChunkReader(data, manifest().layout()).read(chunk);
    }
}
