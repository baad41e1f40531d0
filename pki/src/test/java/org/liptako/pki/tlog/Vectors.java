package org.liptako.pki.tlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.liptako.pki.evidence.Digest;

/** Answers of the public libraries of the format's authors, see {@code vectors.go.txt} beside them. */
final class Vectors {
    static final int SIZE = 70_000;
    static final JsonNode ALL = read();

    private Vectors() {}

    static NoteKey log() {
        return NoteKey.parse(ALL.get("Log").get("Text").asText());
    }

    static NoteKey witness() {
        return NoteKey.parse(ALL.get("Witness").get("Text").asText());
    }

    static CheckpointPolicy policy() {
        return CheckpointPolicy.of(log(), List.of(witness()), 1);
    }

    static byte[] bytes(String field) {
        return ALL.get(field).asText().getBytes(StandardCharsets.UTF_8);
    }

    static Digest root(long size) {
        return Digest.ofHex(ALL.get("Roots").get(Long.toString(size)).asText());
    }

    static List<Digest> path(JsonNode proof) {
        return StreamSupport.stream(proof.get("Path").spliterator(), false)
                .map(JsonNode::asText)
                .map(Digest::ofHex)
                .toList();
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("vectors.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
