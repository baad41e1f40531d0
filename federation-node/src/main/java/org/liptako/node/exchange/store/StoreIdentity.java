package org.liptako.node.exchange.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.UUID;
import org.liptako.pki.name.SiteId;

/**
 * What tells a store from every other. It lies in the store and goes where the store goes: to another disk, with all that is copied there.
 *
 * @param name drawn when the store was first used
 * @param site whose copies it holds
 */
public record StoreIdentity(UUID name, SiteId site) {
    /** What it is filed under, at the root of the store. */
    public static final String FILE = "store.json";

    static final int MOST_BYTES = 4_096;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** That of a store which is used for the first time. */
    public static StoreIdentity first(SiteId site) {
        return new StoreIdentity(UUID.randomUUID(), site);
    }

    /** As it lies in the store. */
    public byte[] written() {
        return JSON.createObjectNode()
                .put("store", name.toString())
                .put("site", site.value())
                .toPrettyString()
                .getBytes(UTF_8);
    }

    /**
     * Reads what lies in a store.
     *
     * @param place where it was read, for whoever has to mend it
     * @throws IOException if it is none
     */
    public static StoreIdentity read(byte[] written, String place) throws IOException {
        try {
            JsonNode json = JSON.readTree(written);
            return new StoreIdentity(
                    UUID.fromString(json.path("store").asText()),
                    new SiteId(json.path("site").asText()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(place + " is damaged; restore it, or remove it", e);
        }
    }
}
