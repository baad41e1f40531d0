package org.liptako.node.journal.restore;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.HashChain;

/**
 * How far this State's journal had come, in a file outside of the database: a database that is older was restored. The file is at most a moment behind the journal, never before it.
 *
 * @param file two lines: how many entries, and the head of their chain in hexadecimal
 */
public record HighWater(Path file) {
    private static final int MOST_BYTES = 1_000;

    /**
     * What was written last; empty if nothing was.
     *
     * @throws Failure NOT_READY if the file is none of this kind
     */
    public Optional<HashChain> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(null);
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            if (lines.size() != 2) {
                throw unreadable(null);
            }
            return Optional.of(new HashChain(Long.parseLong(lines.get(0)), Digest.ofHex(lines.get(1))));
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When it was written last. */
    Instant writtenAt() {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces it; after a power cut it is the old or the new one. */
    void write(HashChain chain) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        byte[] text = (chain.length() + "\n" + chain.head() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            Files.createDirectories(requireNonNull(file.toAbsolutePath().getParent()));
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(text);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Failure unreadable(@Nullable RuntimeException cause) {
        return new Failure(
                ErrorCode.NOT_READY,
                new Sentence(
                        "Le fichier « " + file
                                + " » ne dit pas jusqu'où le journal était venu ; écartez-le, et les pairs seront interrogés.",
                        "The file " + file
                                + " does not say how far the journal had come; put it aside, and the peers are asked."),
                cause);
    }
}
