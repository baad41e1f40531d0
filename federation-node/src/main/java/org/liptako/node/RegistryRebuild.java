package org.liptako.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.liptako.node.config.Settings;
import org.liptako.node.database.Database;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.registry.RegistryProjection;

/** Makes the registry of a node that is not running anew from the journals in its database. */
public final class RegistryRebuild {
    private RegistryRebuild() {}

    /** Rebuilds, and gives the number of entries read. */
    public static long run(Settings settings) {
        try (Database database = Database.open(settings.database())) {
            return new JournalReplay(database.jdbi(), List.of(new RegistryProjection())).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
