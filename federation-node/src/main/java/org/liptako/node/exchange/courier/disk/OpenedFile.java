package org.liptako.node.exchange.courier.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.liptako.node.exchange.courier.disk.SealedFormat.Kind;
import org.liptako.node.exchange.courier.key.KeyId;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.sealing.SealingKey;

/** A sealed file of a disk, opened as far as anyone can. No link is followed, and nothing but a regular file is opened. Not thread-safe. */
public final class OpenedFile implements Closeable {
    private final FileChannel file;
    private final SealedHead head;

    private OpenedFile(FileChannel file, SealedHead head) {
        this.file = file;
        this.head = head;
    }

    /**
     * Opens a file.
     *
     * @throws DamagedException if this is no sealed file
     */
    public static OpenedFile open(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new DamagedException("This is a link or a special file.");
        }
        FileChannel file = FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        try {
            return new OpenedFile(file, SealedHead.read(file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The key that opens it. */
    public KeyId key() {
        return head.key();
    }

    /** The digest of the part in clear. */
    public Digest head() {
        return head.digest();
    }

    public long bytes() throws IOException {
        return file.size();
    }

    /** The digest of the whole file. */
    public Digest digest() throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(SealedFormat.FRAME);
        long place = 0;
        for (int read = file.read(buffer, place); read >= 0; read = file.read(buffer, place)) {
            place += read;
            digest.update(buffer.flip());
            buffer.clear();
        }
        return Digest.of(digest.digest());
    }

    /** Reads it as a disk's label. */
    public LabelFile.Reading label(SealingKey key) throws IOException {
        return new LabelFile.Reading(SealedReader.of(file, head, key, Kind.LABEL));
    }

    /** Reads it as a container. */
    public ContainerFile container(SealingKey key) throws IOException {
        return ContainerFile.of(SealedReader.of(file, head, key, Kind.CONTAINER));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
