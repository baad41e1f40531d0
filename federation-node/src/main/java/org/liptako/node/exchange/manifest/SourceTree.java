package org.liptako.node.exchange.manifest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies in a directory that is published.
 *
 * @param stamps of the list's files, in its order
 * @param directories the stamps of all directories, which change when a name in them does
 */
public record SourceTree(FileList list, List<FileStamp> stamps, Map<Path, FileStamp> directories) {
    public SourceTree {
        stamps = stamps instanceof StampTable ? stamps : List.copyOf(stamps);
        directories = Map.copyOf(directories);
    }

    /** A directory in which something has come, gone or been renamed since the tree was read. */
    public Optional<Path> changedDirectory() throws IOException {
        for (Map.Entry<Path, FileStamp> directory : directories.entrySet()) {
            if (!FileStamp.of(directory.getKey()).equals(directory.getValue())) {
                return Optional.of(directory.getKey());
            }
        }
        return Optional.empty();
    }
}
