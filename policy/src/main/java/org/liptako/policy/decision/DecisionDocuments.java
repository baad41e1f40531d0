package org.liptako.policy.decision;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes and reads decision documents in their one canonical form: keys sorted, all present, no white space, UTF-8. Two equal decisions are
 * equal bytes, so a document may be compared, hashed and signed. Thread-safe.
 */
public final class DecisionDocuments {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Decision.class);
    private static final ObjectReader READER = MAPPER.readerFor(Decision.class);

    private DecisionDocuments() {}

    /** The canonical bytes of a decision. */
    public static byte[] bytes(Decision decision) {
        try {
            return WRITER.writeValueAsBytes(decision);
        } catch (JacksonException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The canonical text of a decision, on one line. */
    public static String text(Decision decision) {
        try {
            return WRITER.writeValueAsString(decision);
        } catch (JacksonException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a decision document; an unknown, missing or repeated key is refused.
     *
     * @throws DecisionFormatException if it is not one
     */
    public static Decision read(byte[] document) {
        try {
            Decision decision = READER.readValue(document);
            if (decision == null) {
                throw new DecisionFormatException(
                        "The document null is no decision; send one as section 5 describes it.");
            }
            return decision;
        } catch (IOException malformed) {
            throw new DecisionFormatException(malformed);
        }
    }
}
