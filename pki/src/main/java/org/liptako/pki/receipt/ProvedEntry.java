package org.liptako.pki.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.liptako.pki.name.State;

/**
 * An entry that is in a State's journal, with its payload.
 *
 * @param field its name in the receipt
 */
record ProvedEntry(String field, State state, long index, JsonNode payload) {
    /** The event's type. */
    String type() {
        return text("type");
    }

    /** When it happened, by the clock of the node that says so; empty where it does not say so. */
    Optional<Instant> at() {
        try {
            return Optional.of(Instant.parse(text("at")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A text of the payload, down these keys; empty where there is none. */
    String text(String... keys) {
        return node(keys).asText("");
    }

    /** What stands in the payload down these keys; a missing node where nothing does. */
    JsonNode node(String... keys) {
        JsonNode node = payload;
        for (String key : keys) {
            node = node.path(key);
        }
        return node;
    }

    /** The dataset that it is about; empty where it is about none. */
    String dataset() {
        String recorded = text("dataset", "id");
        return recorded.isEmpty() ? first("dataset", "terms", "statement", "finding") : recorded;
    }

    /** The site that it is about; empty where it is about none. */
    String site() {
        String own = first("site", "statement", "finding");
        return own.isEmpty() ? text("terms", "targetSite") : own;
    }

    /** The grant that it is about; empty where it is about none. */
    String grant() {
        String own = first("grant", "statement");
        return own.isEmpty() ? text("serial") : own;
    }

    /** A key of the event itself, or of one of its parts that speaks for all of it. */
    private String first(String key, String... parts) {
        JsonNode own = payload.path(key);
        // A grant's entry holds, under this very key, the statement that went to the host.
        if (own.isTextual()) {
            return own.textValue();
        }
        for (String part : parts) {
            if (payload.path(part).path(key).isTextual()) {
                return payload.path(part).path(key).textValue();
            }
        }
        return "";
    }
}
