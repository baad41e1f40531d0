package org.liptako.node.database;

import java.io.IOException;
import java.nio.file.Path;

/** Another process has the directory: a node runs on it. */
public final class DirectoryTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String directory;

    DirectoryTakenException(Path directory) {
        super("Another node uses " + directory + "; stop it, or give this one another liptako.node.data-dir.");
        this.directory = directory.toString();
    }

    /** The directory that is taken. */
    public String directory() {
        return directory;
    }
}
