package org.liptako.node.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** Tells the server of a data directory from another PostgreSQL that answers at its port: the port is chosen before the server takes it. */
final class ServerIdentity {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ServerIdentity() {}

    /**
     * Asks the server where its data lie.
     *
     * @throws IOException naming both directories, if they are not here
     */
    static void check(DataSource server, Path data) throws IOException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) PATIENCE.toSeconds());
            ResultSet rows = statement.executeQuery("SHOW data_directory");
            rows.next();
            Path answered = Path.of(rows.getString(1));
            if (!isOne(answered, data)) {
                throw new IOException("The PostgreSQL server that answers has its data in " + answered + ", not in "
                        + data + "; another server has the port that this one was to have.");
            }
        } catch (SQLException e) {
            throw new IOException("The PostgreSQL server on " + data + " does not say where its data lie.", e);
        }
    }

    /** What cannot even be looked at, as another machine's or another user's, is not ours. */
    private static boolean isOne(Path answered, Path data) {
        try {
            return Files.isSameFile(answered, data);
        } catch (IOException outOfReach) {
            return false;
        }
    }
}
