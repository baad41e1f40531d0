package org.liptako.node.exchange.publication;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.cipher.CiphertextDigests;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.DigestDraft;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;

/** The digests of a tree's chunks in clear and, if asked for, encrypted, as they become known. Thread-safe. */
final class DigestPair implements Closeable {
    private static final int DIGESTS_A_COPY = 2_048;

    private final ReadingOrder order;
    private final DigestDraft plain;
    private final @Nullable DigestDraft encrypted;

    /** @param chunks how many there are in clear */
    DigestPair(int chunks, ReadingOrder order) throws IOException {
        this.order = order;
        this.plain = new DigestDraft(chunks);
        this.encrypted = order.cipher().isEmpty() ? null : new DigestDraft(chunks);
    }

    /** What takes chunks as they are read; each thread that reads has one of its own. */
    TreeReader.ChunkTaker taker() {
        PublishProgress progress = order.progress();
        DigestDraft second = encrypted;
        if (order.cipher().isEmpty() || second == null) {
            return (chunk, bytes) -> {
                plain.put(chunk, ChunkDigests.digest(bytes));
                progress.goesOn();
            };
        }
        CiphertextDigests ciphertext = order.cipher().get().digests();
        return (chunk, bytes) -> {
            plain.put(chunk, ChunkDigests.digest(bytes));
            second.put(chunk, ciphertext.digest(bytes));
            progress.goesOn();
        };
    }

    /** Chunks that are as they were in an earlier reading, in every form that is asked for. */
    void take(int first, int count, EarlierReading earlier, int firstThen) throws IOException {
        plain.put(first, earlier.plain().digests().bytes(firstThen, count));
        if (encrypted != null) {
            encrypted.put(first, earlier.encrypted(firstThen, count));
        }
    }

    Manifest plain(FileList list) throws IOException {
        return Manifest.of(order.dataset(), false, list, plain.finish(), order.at());
    }

    /** @param form of the same files; its catalogue's chunks come before all others */
    Optional<Manifest> encrypted(Optional<EncryptedForm> form) throws IOException {
        return form.isEmpty() || encrypted == null
                ? Optional.empty()
                : Optional.of(encrypted(form.get(), encrypted.finish()));
    }

    @Override
    public void close() throws IOException {
        plain.close();
        if (encrypted != null) {
            encrypted.close();
        }
    }

    private Manifest encrypted(EncryptedForm form, ChunkDigests chunks) throws IOException {
        List<ByteBuffer> catalogue = form.catalogue();
        try (DigestDraft all = new DigestDraft(catalogue.size() + chunks.size())) {
            for (int chunk = 0; chunk < catalogue.size(); chunk++) {
                all.put(chunk, ChunkDigests.digest(catalogue.get(chunk)));
            }
            for (int first = 0; first < chunks.size(); first += DIGESTS_A_COPY) {
                int count = Math.min(DIGESTS_A_COPY, chunks.size() - first);
                all.put(catalogue.size() + first, chunks.bytes(first, count));
            }
            return Manifest.of(order.dataset(), true, form.list(), all.finish(), order.at());
        }
    }
}
