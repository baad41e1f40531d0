package org.liptako.node;

import java.io.IOException;
import org.liptako.node.config.Settings;
import org.liptako.node.database.Database;
import org.liptako.node.database.DirectoryTakenException;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.wire.DatabaseOutage;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

/**
 * Makes the registry anew from the journals in the node's database, in one transaction: broken off at any point, the registry is as it was before.
 *
 * <p>An embedded database belongs to the running node, which must be stopped first. A database of the State's own is rebuilt under a running node as well; its
 * calls wait for the end.
 */
public final class RegistryRebuild {
    private RegistryRebuild() {}

    /**
     * Rebuilds, and gives the number of entries read.
     *
     * @throws Failure NOT_READY if the node runs on the embedded database, DATABASE_DOWN if the database does not answer
     */
    public static long run(Settings settings) {
        try (Database database = Database.open(settings.database())) {
            return new JournalReplay(
                            database.jdbi(),
                            ProjectionUpkeep.projections(settings.node().state()))
                    .run();
        } catch (DirectoryTakenException running) {
            throw new Failure(
                    ErrorCode.NOT_READY,
                    new Sentence(
                            "Un nœud tourne sur " + running.directory()
                                    + " ; arrêtez-le, puis recommencez. Rien n'a été changé.",
                            "A node runs on " + running.directory()
                                    + "; stop it, then try again. Nothing was changed."),
                    running);
        } catch (IOException silent) {
            throw DatabaseOutage.failure(silent);
        } catch (RuntimeException thrown) {
            throw DatabaseOutage.isBehind(thrown) ? DatabaseOutage.failure(thrown) : thrown;
        }
    }
}
