package org.liptako.node.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.liptako.node.config.DatabaseConfig;

/** A process of its own that owns an embedded database, so that a test can kill it. */
final class DatabaseProcess {
    private static final String READY = "ready";

    private final Process process;

    private DatabaseProcess(Process process) {
        this.process = process;
    }

    /** Starts the process and waits until its database is up and {@code sql} is committed. */
    static DatabaseProcess start(Path directory, String sql) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseProcess.class.getName(),
                        directory.toString(),
                        sql)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line;
        do {
            line = lines.readLine();
        } while (line != null && !line.equals(READY));
        if (line == null) {
            throw new IOException("The database process ended before it was ready.");
        }
        return new DatabaseProcess(process);
    }

    /** SIGKILL: nothing of it gets to close anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The database process does not die.");
        }
    }

    @SuppressWarnings("SystemOut") // The pipe to the test.
    public static void main(String[] args) throws Exception {
        Database database = Database.open(new DatabaseConfig.Embedded(Path.of(args[0])));
        database.jdbi().useHandle(handle -> handle.execute(args[1]));
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
