package org.liptako.node.database;

import java.io.IOException;
import java.nio.file.Path;
import org.liptako.pki.wording.Bilingual;

/** Another process has the directory: a node runs on it. */
public final class DirectoryTakenException extends IOException implements Bilingual {
    private static final long serialVersionUID = 1L;

    private final String directory;

    DirectoryTakenException(Path directory) {
        super(english(directory.toString()));
        this.directory = directory.toString();
    }

    /** The directory that is taken. */
    public String directory() {
        return directory;
    }

    @Override
    public String french() {
        return "un nœud tourne déjà sur " + directory
                + " ; arrêtez-le, ou donnez à celui-ci un autre liptako.node.data-dir";
    }

    @Override
    public String english() {
        return english(directory);
    }

    private static String english(String directory) {
        return "a node runs on " + directory + " already; stop it, or give this one another liptako.node.data-dir";
    }
}
