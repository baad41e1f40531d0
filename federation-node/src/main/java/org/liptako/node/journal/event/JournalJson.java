package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import org.liptako.node.wire.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How journal payloads, and the statements in them, are written as JSON and read again.
 *
 * <p>Writing is in a defined order (that of the records), so equal events give equal bytes. Reading passes over keys that this version does not know: the
 * three States never have to change their programs on one day.
 */
public final class JournalJson {
    private static final Logger LOG = LoggerFactory.getLogger(JournalJson.class);

    private static final int MOST_LOGGED = 200;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new RequiredComponents()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private JournalJson() {}

    /** The mapper itself, for rooms that keep or sign records of the journal. Must not be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A " + document.getClass().getSimpleName() + " has no JSON form.", e);
        }
    }

    /**
     * Reads a document again.
     *
     * @throws IllegalArgumentException unless {@code json} is such a document
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T read = MAPPER.readValue(json, type);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This JSON is not a " + type.getSimpleName() + ".", e);
        }
        throw new IllegalArgumentException("This JSON is null, not a " + type.getSimpleName() + ".");
    }

    /**
     * The event in a payload; empty for a type that this version does not know, and for one that is not as its type is written: one unreadable entry must not
     * keep us from all that is said after it.
     */
    public static Optional<JournalEvent> event(String payload) {
        try {
            return Optional.ofNullable(MAPPER.readValue(payload, JournalEvent.class));
        } catch (JsonProcessingException e) {
            LOG.warn(
                    "A journal payload cannot be read and is passed over: {}",
                    Printable.line(e.getOriginalMessage(), MOST_LOGGED));
            return Optional.empty();
        }
    }
}
