package org.liptako.pki.tlog;

import java.nio.ByteBuffer;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.MerkleHash;

/**
 * The public part of a journal entry, which the tree's leaf covers: {@code uint64 index || commitment}, 40 bytes,
 * big-endian.
 *
 * @param index the entry's place, from 0
 * @param commitment what stands for the payload
 */
public record LogEntry(long index, EntryCommitment commitment) {
    public static final int BYTES = Long.BYTES + Digest.LENGTH;

    /** @throws MalformedLogException for an index below 0 */
    public LogEntry {
        if (index < 0) {
            throw new MalformedLogException("Les entrées se comptent à partir de 0.", "Entries are counted from 0.");
        }
    }

    /**
     * The entry of these bytes.
     *
     * @throws MalformedLogException if they are none
     */
    public static LogEntry parse(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new MalformedLogException(
                    "Une entrée publique a " + BYTES + " octets, et non " + bytes.length + ".",
                    "A public entry has " + BYTES + " bytes, not " + bytes.length + ".");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long index = buffer.getLong();
        byte[] digest = new byte[Digest.LENGTH];
        buffer.get(digest);
        return new LogEntry(index, new EntryCommitment(Digest.of(digest)));
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(index)
                .put(commitment.digest().toBytes())
                .array();
    }

    /** The leaf's hash (RFC 6962 section 2.1). */
    public Digest leafHash() {
        return MerkleHash.leaf(toBytes());
    }
}
