package org.liptako.node.exchange.manifest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** The SHA-256 digests of a version's chunks, in order; 32 bytes each, kept in one array. */
public final class ChunkDigests {
    /** Bytes of one digest. */
    public static final int DIGEST_BYTES = 32;

    private final byte[] digests;

    public ChunkDigests(byte[] digests) {
        if (digests.length % DIGEST_BYTES != 0) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Les empreintes des blocs occupent " + digests.length
                            + " octets, ce qui n'est pas un multiple de 32.",
                    "The chunk digests have " + digests.length + " bytes, which is no multiple of 32.");
        }
        this.digests = digests.clone();
    }

    /** SHA-256 over the bytes that remain in a buffer; the buffer's position is left as it was. */
    public static byte[] digest(ByteBuffer chunk) {
        MessageDigest sha256 = sha256();
        sha256.update(chunk.duplicate());
        return sha256.digest();
    }

    /** How many digests there are. */
    public int size() {
        return digests.length / DIGEST_BYTES;
    }

    /** The digest of one chunk. */
    public byte[] digest(int chunk) {
        return Arrays.copyOfRange(digests, chunk * DIGEST_BYTES, (chunk + 1) * DIGEST_BYTES);
    }

    /** Whether these bytes are the chunk. */
    public boolean proves(int chunk, ByteBuffer bytes) {
        return Arrays.equals(digest(bytes), 0, DIGEST_BYTES, digests, chunk * DIGEST_BYTES, (chunk + 1) * DIGEST_BYTES);
    }

    /** All digests, one after the other. */
    public byte[] bytes() {
        return digests.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
