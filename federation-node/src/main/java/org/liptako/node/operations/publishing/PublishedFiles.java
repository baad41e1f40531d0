package org.liptako.node.operations.publishing;

import java.io.IOException;
import java.util.Optional;

/** Where a journal is published: files under the names of C2SP tlog-tiles. A file appears whole, or not at all. */
interface PublishedFiles {
    /** Where that is, for people. */
    String place();

    /** The file of that path; empty if there is none. */
    Optional<byte[]> read(String path) throws IOException;

    /** Puts a file there, in the place of the one that there is. */
    void write(String path, byte[] content) throws IOException;

    /** Takes away all files below a path that ends with a slash. */
    void removeBelow(String path) throws IOException;
}
