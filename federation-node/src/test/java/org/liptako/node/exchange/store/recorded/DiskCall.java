package org.liptako.node.exchange.store.recorded;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What a program asked of a disk. Paths are those of the disk below. */
public sealed interface DiskCall {
    /** A file, directory or link has got a name. */
    record Made(Path path) implements DiskCall {}

    /** A name was taken away. */
    record Removed(Path path) implements DiskCall {}

    /** A file, or a directory with all that is in it, has another name. */
    record Moved(Path from, Path to) implements DiskCall {}

    /** Bytes are about to be written: from now on the disk may have some of them. */
    record Writing(Path path, long offset, ByteBuffer bytes) implements DiskCall {}

    /** The write that began as so manieth call is over. */
    record Wrote(int began) implements DiskCall {}

    /** A sync of a file or a directory is over; it covers what was over before it began, as so manieth call. */
    record Forced(Path path, int began) implements DiskCall {}

    /** Something else has happened that a test wants to see in its place. */
    record Said(String what) implements DiskCall {}
}
