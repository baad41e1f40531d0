package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.SignedManifest;

/** A version whose chunks are at this site. Thread-safe. */
public interface HeldVersion {
    SignedManifest signed();

    default Manifest manifest() {
        return signed().manifest();
    }

    /**
     * One chunk as stored, read from its start to its limit. What the disk gives is not trusted: the reader holds it against the
     * manifest's digest.
     *
     * @throws IOException if the disk does not give the whole chunk
     */
    ByteBuffer chunk(int chunk) throws IOException;
}
