package org.liptako.node.operations.publishing;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PublishedDirectoryIT extends JournalPublicationContract {
    @TempDir
    private Path directory;

    @Override
    PublishedFiles place() {
        return new PublishedDirectory(directory.resolve("journal"));
    }
}
