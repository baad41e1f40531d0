package org.liptako.node.exchange.manifest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

/**
 * What the home State's node signs: which dataset, and the root and measures of all that follows. Its JSON has one form only: keys in
 * the order of the fields, no white space.
 *
 * @param format {@code v1} where there are only regular files, else {@code v2}
 * @param root the root of the Merkle tree over form, files and chunk digests
 * @param encrypted whether files and digests are those of the ciphertext
 * @param files how many files, links and empty directories
 * @param bytes of all files, as stored
 * @param at when it was signed
 */
@JsonPropertyOrder({"format", "dataset", "root", "encrypted", "files", "bytes", "chunks", "at"})
public record ManifestHeader(
        String format,
        DatasetId dataset,
        VersionRoot root,
        boolean encrypted,
        int files,
        long bytes,
        int chunks,
        Instant at) {
    /** What the header is to a signer: part of what is signed. */
    public static final String CONTEXT = "manifest-header";

    private static final String FILES_ONLY = "liptako-manifest/v1";
    private static final String WHOLE_TREES = "liptako-manifest/v2";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static ManifestHeader of(DatasetVersion version, boolean encrypted, FileList list, ChunkLayout layout, Instant at) {
        return new ManifestHeader(
                format(list),
                version.dataset(),
                version.root(),
                encrypted,
                list.entries(),
                layout.bytes(),
                layout.chunks(),
                at);
    }

    /** Each list has one format, so that it has one root; lists of regular files keep the one that older nodes read. */
    static String format(FileList list) {
        return list.onlyFiles() ? FILES_ONLY : WHOLE_TREES;
    }

    /** The version that the header is about. */
    public DatasetVersion version() {
        return new DatasetVersion(dataset, root);
    }

    /** Bytes of the chunk that fills most of a version: 1 MiB, and the 16 bytes that encryption adds. */
    public int chunkBytes() {
        return ChunkLayout.chunkBytes(encrypted);
    }

    /** The bytes to sign. */
    public byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a header has only plain values", e);
        }
    }

    /** Reads signed bytes; anything but the one form that {@link #toJson()} writes is refused. */
    public static ManifestHeader parse(byte[] json) {
        try {
            ManifestHeader header = JSON.readValue(json, ManifestHeader.class);
            boolean known = FILES_ONLY.equals(header.format) || WHOLE_TREES.equals(header.format);
            if (!known || !Arrays.equals(json, header.toJson())) {
                throw unreadable(null);
            }
            header.checkMeasures();
            return header;
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** What follows a header takes as much memory as the header announces: measures that no files can have are refused before it comes. */
    private void checkMeasures() {
        boolean possible = files >= 0
                && files <= FileList.MOST_ENTRIES
                && bytes >= 0
                && chunks >= 0
                && chunks <= ChunkLayout.MOST_CHUNKS
                && chunks <= bytes / chunkBytes() + files;
        if (!possible) {
            String measures = files + " / " + bytes + " / " + chunks;
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "L'en-tête du manifeste annonce des fichiers, octets et blocs qui ne vont pas ensemble (" + measures
                            + ").",
                    "The manifest's header announces files, bytes and chunks that do not go together (" + measures
                            + ").");
        }
    }

    private static Failure unreadable(@Nullable Throwable cause) {
        return new Failure(
                ErrorCode.MANIFEST_REFUSED,
                new Sentence(
                        "L'en-tête du manifeste n'est pas de la forme " + FILES_ONLY
                                + " ou v2 ; s'il vient d'un logiciel" + " plus récent, mettez ce nœud à jour.",
                        "The manifest's header is not of the form " + FILES_ONLY + " or v2; if newer software wrote it,"
                                + " update this node."),
                cause);
    }
}
