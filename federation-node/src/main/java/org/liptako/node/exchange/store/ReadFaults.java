package org.liptako.node.exchange.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.liptako.node.exchange.bucket.BucketException;

/** Tells faults of reading by which bytes are lost from those that say nothing of the bytes. */
public final class ReadFaults {
    private ReadFaults() {}

    /**
     * Whether the bytes are gone, cut short, or on a sector that the disk gives no more. An object store that refuses or is away, a file that
     * is there and cannot be opened (rights, too many open files) and a node that stops pass without a loss.
     */
    public static boolean isLoss(IOException fault) {
        if (fault instanceof EOFException || fault instanceof NoSuchFileException) {
            return true;
        }
        if (fault instanceof BucketException bucket) {
            return bucket.isLoss();
        }
        boolean passes = fault instanceof FileSystemException
                || fault instanceof ClosedChannelException
                || fault instanceof InterruptedIOException;
        return !passes && !Thread.currentThread().isInterrupted();
    }
}
