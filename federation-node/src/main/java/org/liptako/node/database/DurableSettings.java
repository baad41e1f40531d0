package org.liptako.node.database;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What a PostgreSQL must be set to, so that what it has acknowledged outlives a loss of power. */
final class DurableSettings {
    static final Map<String, String> REQUIRED =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** Of the embedded server only. The library asks for 300 connections; a node's pool needs few, and memory is reserved for each. */
    static final Map<String, String> CHOSEN =
            Map.of("max_connections", "100", "shared_buffers", "64MB", "listen_addresses", "127.0.0.1");

    private DurableSettings() {}

    /**
     * Asks the server itself.
     *
     * @throws IllegalStateException naming the settings that would lose what was acknowledged
     */
    static void check(Handle handle) {
        List<String> wrong = REQUIRED.keySet().stream()
                .sorted()
                // A setting's name cannot be bound; these are constants.
                .filter(name -> "off"
                        .equals(handle.createQuery("SHOW " + name)
                                .mapTo(String.class)
                                .one()))
                .map(name -> name + " = off")
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("PostgreSQL runs with " + String.join(", ", wrong)
                    + ", under which a loss of power loses what the journal has acknowledged; set each to on.");
        }
    }
}
