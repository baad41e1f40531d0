package org.liptako.node.exchange.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.bucket.BucketException;

/** Tells faults of reading by which bytes are lost from those that say nothing of the bytes. */
final class ReadFaults {
    /**
     * What Linux says of bytes that it will not give tomorrow either, in the C library's words of the C locale, in which the launcher runs
     * Java: for Java tells the number to nobody. The first five are of a sector or a block ({@code EIO}, {@code ENODATA} of one past the
     * system's memory, {@code EILSEQ} of a wrong protection code, {@code EUCLEAN} and {@code EBADMSG} of a wrong checksum of the file
     * system's own), the others of something that lies in the file's place, or in that of a directory above.
     */
    private static final List<String> LOST = List.of(
            "Input/output error",
            "No data available",
            "Invalid or incomplete multibyte or wide character",
            "Structure needs cleaning",
            "Bad message",
            "Is a directory",
            "Not a directory",
            "Too many levels of symbolic links");

    private ReadFaults() {}

    /**
     * Whether the bytes are gone, cut short, or on a sector that the disk gives no more, as far as one file tells. Anything else passes
     * without a loss, what nobody has thought of too: an object store that refuses or is away, a file that is there and cannot be opened
     * (rights, too many open files), a file system of another machine that does not answer or wants to be mounted anew, a device that
     * was taken out, a node that stops.
     */
    static boolean isLoss(IOException fault) {
        if (fault instanceof BucketException bucket) {
            return bucket.isLoss();
        }
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        return fault instanceof EOFException || fault instanceof NoSuchFileException || isLoss(words(fault));
    }

    private static boolean isLoss(@Nullable String words) {
        return words != null && LOST.stream().anyMatch(words::startsWith);
    }

    /** What the system said, without the file's name. */
    private static @Nullable String words(IOException fault) {
        return fault instanceof FileSystemException named ? named.getReason() : fault.getMessage();
    }
}
