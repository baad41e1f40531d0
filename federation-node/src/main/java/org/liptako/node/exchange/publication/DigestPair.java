package org.liptako.node.exchange.publication;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.DigestDraft;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.journal.event.DatasetId;

/** The digests of a tree's chunks in clear and, if asked for, encrypted, as they become known. Thread-safe. */
final class DigestPair implements Closeable {
    private final DigestDraft plain;
    private final @Nullable EncryptedForm form;
    private final @Nullable DigestDraft encrypted;

    /** @param chunks how many there are in clear */
    DigestPair(int chunks, Optional<EncryptedForm> encryptedForm) throws IOException {
        this.plain = new DigestDraft(chunks);
        this.form = encryptedForm.orElse(null);
        this.encrypted = form == null ? null : catalogue(form, chunks);
    }

    /** A chunk as it was read. */
    void take(int chunk, ByteBuffer bytes) throws IOException {
        plain.put(chunk, ChunkDigests.digest(bytes));
        if (form != null && encrypted != null) {
            encrypted.put(form.numberOf(chunk), ChunkDigests.digest(form.encrypt(bytes)));
        }
    }

    /** Chunks that are as they were in an earlier reading, in every form that is asked for. */
    void take(int first, int count, EarlierReading earlier, int firstThen) throws IOException {
        plain.put(first, earlier.plain().digests().bytes(firstThen, count));
        if (form != null && encrypted != null) {
            encrypted.put(form.numberOf(first), earlier.encrypted(firstThen, count));
        }
    }

    Manifest plain(DatasetId dataset, FileList list, Instant at) throws IOException {
        return Manifest.of(dataset, false, list, plain.finish(), at);
    }

    Optional<Manifest> encrypted(DatasetId dataset, Instant at) throws IOException {
        return form == null || encrypted == null
                ? Optional.empty()
                : Optional.of(Manifest.of(dataset, true, form.list(), encrypted.finish(), at));
    }

    @Override
    public void close() throws IOException {
        plain.close();
        if (encrypted != null) {
            encrypted.close();
        }
    }

    private static DigestDraft catalogue(EncryptedForm form, int chunks) throws IOException {
        int ofCatalogue = form.catalogue().size();
        DigestDraft digests = new DigestDraft(ofCatalogue + chunks);
        for (int chunk = 0; chunk < ofCatalogue; chunk++) {
            digests.put(chunk, ChunkDigests.digest(form.catalogue().get(chunk)));
        }
        return digests;
    }
}
