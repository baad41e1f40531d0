package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
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
    default ByteBuffer chunk(int chunk) throws IOException {
        return chunk(chunk, ByteBuffer.allocate(manifest().layout().place(chunk).length()));
    }

    /**
     * As {@link #chunk(int)}, in memory of the caller's that holds any chunk of this version, or in memory of its own: so that whoever reads
     * many chunks takes new memory for none.
     */
    ByteBuffer chunk(int chunk, ByteBuffer memory) throws IOException;

    /**
     * As {@link #chunk(int, ByteBuffer)}, if it is the chunk that the manifest names.
     *
     * @return empty if the disk has other bytes
     */
    default Optional<ByteBuffer> proved(int chunk, ByteBuffer memory) throws IOException {
        return provedAnew(chunk, memory);
    }

    /** As {@link #provedAnew}, from the disk itself, and not only from the system's memory of what was written. */
    default Optional<ByteBuffer> provedOnDisk(int chunk, ByteBuffer memory) throws IOException {
        return provedAnew(chunk, memory);
    }

    /** As {@link #proved}, whatever was proved before: bytes may rot where nobody has written. */
    default Optional<ByteBuffer> provedAnew(int chunk, ByteBuffer memory) throws IOException {
        return Optional.of(chunk(chunk, memory))
                .filter(bytes -> manifest().digests().proves(chunk, bytes));
    }

    /** Whether a fault that reading a chunk met means that its bytes are lost; any other says nothing of them, and may pass. */
    default boolean isLoss(IOException fault) {
        return ReadFaults.isLoss(fault);
    }
}
