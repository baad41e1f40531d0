package org.liptako.node.exchange.manifest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * The SHA-256 digests of a version's chunks, in order; 32 bytes each, one after the other: in memory, or in a file of which the system
 * keeps in memory what is used. Immutable.
 */
public final class ChunkDigests {
    /** Bytes of one digest. */
    public static final int DIGEST_BYTES = 32;

    private static final int DIGESTS_A_WRITE = 2_048;

    private final MemorySegment digests;

    public ChunkDigests(byte[] digests) {
        this(MemorySegment.ofArray(digests.clone()));
    }

    ChunkDigests(MemorySegment digests) {
        if (digests.byteSize() % DIGEST_BYTES != 0) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Les empreintes des blocs occupent " + digests.byteSize()
                            + " octets, ce qui n'est pas un multiple de 32.",
                    "The chunk digests have " + digests.byteSize() + " bytes, which is no multiple of 32.");
        }
        this.digests = digests.asReadOnly();
    }

    /** The digests in a file that is not written to any more. */
    public static ChunkDigests in(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return in(channel);
        }
    }

    static ChunkDigests in(FileChannel channel) throws IOException {
        return new ChunkDigests(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
    }

    /** SHA-256 over the bytes that remain in a buffer; the buffer's position is left as it was. */
    public static byte[] digest(ByteBuffer chunk) {
        MessageDigest sha256 = sha256();
        sha256.update(chunk.duplicate());
        return sha256.digest();
    }

    /** How many digests there are. */
    public int size() {
        return Math.toIntExact(digests.byteSize() / DIGEST_BYTES);
    }

    /** The digest of one chunk. */
    public byte[] digest(int chunk) {
        return bytes(chunk, 1);
    }

    /** Whether these bytes are the chunk. */
    public boolean proves(int chunk, ByteBuffer bytes) {
        return is(chunk, digest(bytes));
    }

    /** Whether the chunk has this digest. */
    public boolean is(int chunk, byte[] digest) {
        try {
            return slice(chunk, 1).mismatch(MemorySegment.ofArray(digest)) < 0;
        } catch (InternalError e) {
            throw gone(e);
        }
    }

    /** The digests of a run of chunks, one after the other. */
    public byte[] bytes(int first, int count) {
        try {
            return slice(first, count).toArray(ValueLayout.JAVA_BYTE);
        } catch (InternalError e) {
            throw gone(e);
        }
    }

    /** What the disk does not give of a file that is mapped is an error of the machine's to Java; it must end no more than one call. */
    private static UncheckedIOException gone(InternalError cause) {
        return new UncheckedIOException(new IOException("The disk does not give the digests of the chunks.", cause));
    }

    /** Writes all digests, one after the other. */
    public void write(OutputStream out) throws IOException {
        for (int first = 0; first < size(); first += DIGESTS_A_WRITE) {
            out.write(bytes(first, Math.min(DIGESTS_A_WRITE, size() - first)));
        }
    }

    private MemorySegment slice(int first, int count) {
        return digests.asSlice((long) first * DIGEST_BYTES, (long) count * DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
