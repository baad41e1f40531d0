package org.liptako.node.exchange.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.liptako.node.exchange.manifest.Manifest;

/**
 * A replica that is being received. Chunks may come in any order and from several threads; one is claimed only once it is proved and
 * durable.
 */
public interface StagedReplica extends Closeable {
    Manifest manifest();

    /** The chunks that are not yet proved and durable. */
    BitSet missing();

    /** How many chunks are proved and durable. */
    int durable();

    /** What has come over the wire, before any kill too. */
    ReceivedBytes received();

    /**
     * Takes a chunk as it came: counts it, holds it against its digest, writes it.
     *
     * @return false if it is not the chunk that the manifest names; nothing is then written
     * @throws IOException if the store does not take it, or did not take an earlier one: the replica must then be closed
     */
    boolean write(int chunk, ByteBuffer bytes) throws IOException;

    /** Takes a chunk that was at this site already: as {@link #write}, but it did not come over the wire. */
    boolean adopt(int chunk, ByteBuffer bytes) throws IOException;

    /** The chunks that came over the wire before, are not claimed, and may lie in their places: a kill came, or they were wrong. */
    BitSet arrived();

    /** What lies in a chunk's place now. */
    ByteBuffer inPlace(int chunk) throws IOException;

    /** Returns once all that was written is durable and claimed. */
    void sync() throws IOException;

    /** Lets go of what is open; what was written since the last sync may not be claimed. */
    @Override
    void close() throws IOException;
}
