package org.liptako.node.exchange.bucket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * What is to be in an object. It may be read more than once, and gives the same bytes each time: the object store is told their SHA-256
 * beforehand, and refuses others.
 *
 * @param length bytes
 */
public record Content(Source source, long length) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Gives the bytes from their start. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    public static Content of(byte[] bytes) {
        return new Content(() -> new ByteArrayInputStream(bytes), bytes.length);
    }

    /** The bytes that remain in a buffer over an array. */
    public static Content of(ByteBuffer bytes) {
        int start = bytes.arrayOffset() + bytes.position();
        int length = bytes.remaining();
        return new Content(() -> new ByteArrayInputStream(bytes.array(), start, length), length);
    }

    public static Content of(Path file) throws IOException {
        return new Content(() -> Files.newInputStream(file), Files.size(file));
    }

    /** The bytes' SHA-256 as S3 writes it. */
    String sha256() throws IOException {
        MessageDigest digest = newSha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = length;
        try (InputStream in = new DigestInputStream(source.open(), digest)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
            }
        }
        if (left != 0) {
            throw new IOException("What is to be sent has another length than it should: " + (length - left) + ", not "
                    + length + " bytes.");
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    RequestBody body() {
        return RequestBody.fromContentProvider(
                () -> {
                    try {
                        return source.open();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                length,
                "application/octet-stream");
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
