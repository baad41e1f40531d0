package org.liptako.policy.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Reads facts documents: JSON to {@link Facts}, or the reason why not. It is the one piece of code in front of both
 * engines, so it takes nothing that JSON does not define and nothing that the vocabulary does not name. Thread-safe.
 */
public final class FactsReader {

    /** A document that says every fact is under 4 KiB. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            // A document's names must not be kept, and names made to collide in a table of them must not fail it.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // The size of the document bounds all of these; the finer limits would hide which fact is wrong.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_BYTES)
                    .maxNumberLength(MOST_BYTES)
                    .maxStringLength(MOST_BYTES)
                    .maxNameLength(MOST_BYTES)
                    .build())
            .build();

    private final Vocabulary vocabulary;
    private final FactTree.Group tree;

    public FactsReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.tree = FactTree.of(vocabulary);
    }

    /** The instant that a document's {@code at} would be, for those who name one outside a document. */
    public static Instant instant(String written) throws FactsException {
        Instant instant = InstantText.parse(written);
        if (instant == null) {
            throw new FactsException("at", FactsMessages.instantMalformed());
        }
        return Facts.builder(Vocabulary.standard()).at(instant).build().at();
    }

    /** Reads a document in UTF-8. */
    public Facts read(byte[] document) throws FactsException {
        if (document.length > MOST_BYTES) {
            throw new FactsException("", FactsMessages.tooLong(MOST_BYTES));
        }
        try {
            return parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString());
        } catch (CharacterCodingException e) {
            throw new FactsException("", FactsMessages.notAnObject());
        }
    }

    /** Reads a document. */
    public Facts read(String document) throws FactsException {
        // Each char takes at least one byte: a longer text need not be encoded to know that it is too long.
        if (document.length() > MOST_BYTES || document.getBytes(UTF_8).length > MOST_BYTES) {
            throw new FactsException("", FactsMessages.tooLong(MOST_BYTES));
        }
        return parse(document);
    }

    private Facts parse(String document) throws FactsException {
        FactsBuilder builder = new FactsBuilder(vocabulary);
        try (JsonParser json = JSON.createParser(document)) {
            if (document.startsWith("\uFEFF") || json.nextToken() != JsonToken.START_OBJECT) {
                throw new FactsException("", FactsMessages.notAnObject());
            }
            new FactsParse(json, builder, vocabulary).object(tree);
            if (json.nextToken() != null) {
                throw new FactsException("", FactsMessages.notAnObject());
            }
        } catch (JsonProcessingException e) {
            throw new FactsException("", FactsMessages.notAnObject());
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to give text", e);
        }
        return builder.build();
    }
}
