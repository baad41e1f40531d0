package org.liptako.node.exchange.publication;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.CiphertextDigests;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.DigestDraft;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.journal.event.DatasetId;

/** The digests of a tree's chunks in clear and, if asked for, encrypted, as they become known. Thread-safe. */
final class DigestPair implements Closeable {
    private static final int DIGESTS_A_COPY = 2_048;

    private final DigestDraft plain;
    private final @Nullable ChunkCipher cipher;
    private final @Nullable DigestDraft encrypted;

    /** @param chunks how many there are in clear */
    DigestPair(int chunks, Optional<ChunkCipher> cipher) throws IOException {
        this.plain = new DigestDraft(chunks);
        this.cipher = cipher.orElse(null);
        this.encrypted = cipher.isEmpty() ? null : new DigestDraft(chunks);
    }

    /** What takes chunks as they are read; each thread that reads has one of its own. */
    TreeReader.ChunkTaker taker() {
        ChunkCipher encrypting = cipher;
        DigestDraft second = encrypted;
        if (encrypting == null || second == null) {
            return (chunk, bytes) -> plain.put(chunk, ChunkDigests.digest(bytes));
        }
        CiphertextDigests ciphertext = encrypting.digests();
        return (chunk, bytes) -> {
            plain.put(chunk, ChunkDigests.digest(bytes));
            second.put(chunk, ciphertext.digest(bytes));
        };
    }

    /** Chunks that are as they were in an earlier reading, in every form that is asked for. */
    void take(int first, int count, EarlierReading earlier, int firstThen) throws IOException {
        plain.put(first, earlier.plain().digests().bytes(firstThen, count));
        if (encrypted != null) {
            encrypted.put(first, earlier.encrypted(firstThen, count));
        }
    }

    Manifest plain(DatasetId dataset, FileList list, Instant at) throws IOException {
        return Manifest.of(dataset, false, list, plain.finish(), at);
    }

    /** @param form of the same files; its catalogue's chunks come before all others */
    Optional<Manifest> encrypted(DatasetId dataset, Optional<EncryptedForm> form, Instant at) throws IOException {
        return form.isEmpty() || encrypted == null
                ? Optional.empty()
                : Optional.of(encrypted(dataset, form.get(), encrypted.finish(), at));
    }

    @Override
    public void close() throws IOException {
        plain.close();
        if (encrypted != null) {
            encrypted.close();
        }
    }

    private static Manifest encrypted(DatasetId dataset, EncryptedForm form, ChunkDigests chunks, Instant at)
            throws IOException {
        List<ByteBuffer> catalogue = form.catalogue();
        try (DigestDraft all = new DigestDraft(catalogue.size() + chunks.size())) {
            for (int chunk = 0; chunk < catalogue.size(); chunk++) {
                all.put(chunk, ChunkDigests.digest(catalogue.get(chunk)));
            }
            for (int first = 0; first < chunks.size(); first += DIGESTS_A_COPY) {
                int count = Math.min(DIGESTS_A_COPY, chunks.size() - first);
                all.put(catalogue.size() + first, chunks.bytes(first, count));
            }
            return Manifest.of(dataset, true, form.list(), all.finish(), at);
        }
    }
}
