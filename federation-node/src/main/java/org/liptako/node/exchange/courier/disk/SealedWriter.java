package org.liptako.node.exchange.courier.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.liptako.node.exchange.courier.disk.SealedFormat.Kind;
import org.liptako.node.exchange.courier.key.KeyId;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.sealing.Encapsulation;
import org.liptako.pki.sealing.SealingPublicKey;

/** Writes a sealed file from start to end, under a secret of its own. Not thread-safe. */
final class SealedWriter implements Closeable {
    private static final int FRAMES_A_WRITE = 16;

    private final FileChannel file;
    private final FrameCipher cipher;
    private final MessageDigest digest = sha256();
    private final ByteBuffer plain = ByteBuffer.allocate(SealedFormat.FRAME);
    private final ByteBuffer out = ByteBuffer.allocate(FRAMES_A_WRITE * (SealedFormat.FRAME + SealedFormat.TAG));
    private final byte[] head;
    private long frame;

    private SealedWriter(FileChannel file, FrameCipher cipher, byte[] head) {
        this.file = file;
        this.cipher = cipher;
        this.head = head;
    }

    /** Begins a file that must not be there yet. */
    static SealedWriter create(Path path, SealingPublicKey receiver, Kind kind) throws IOException {
        Encapsulation encapsulation = receiver.encapsulate(kind.purpose());
        byte[] head = ByteBuffer.allocate(SealedFormat.HEAD)
                .put(SealedFormat.magic())
                .put(KeyId.of(receiver).bytes())
                .put(encapsulation.bytes())
                .array();
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        SealedWriter writer = new SealedWriter(file, new FrameCipher(encapsulation.secret()), head);
        writer.out.put(head);
        return writer;
    }

    /** The digest of the head: no other file has the same. */
    Digest head() {
        return Digest.over(head);
    }

    /** The file's length once it is finished. */
    long bytes() {
        return SealedFormat.fileBytes(frame);
    }

    /** Adds plain bytes; the buffer is left empty. */
    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int step = Math.min(bytes.remaining(), plain.remaining());
            plain.put(bytes.slice(bytes.position(), step));
            bytes.position(bytes.position() + step);
            if (!plain.hasRemaining()) {
                seal();
            }
        }
    }

    /** Fills the frame that was begun with zeros. */
    void endFrame() throws IOException {
        if (plain.position() > 0) {
            while (plain.hasRemaining()) {
                plain.put((byte) 0);
            }
            seal();
        }
    }

    /** Ends the file; it is on the disk when this returns. */
    Digest finish() throws IOException {
        endFrame();
        flush();
        file.force(true);
        return Digest.of(digest.digest());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void seal() throws IOException {
        if (out.remaining() < SealedFormat.FRAME + SealedFormat.TAG) {
            flush();
        }
        cipher.seal(frame++, plain.flip(), out);
        plain.clear();
    }

    private void flush() throws IOException {
        out.flip();
        digest.update(out.duplicate());
        while (out.hasRemaining()) {
            file.write(out);
        }
        out.clear();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
