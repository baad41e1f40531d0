package org.liptako.node.exchange.courier;

/** Told how the work on a disk goes, chunk by chunk; what it throws ends the work, which may be taken up again. */
@FunctionalInterface
public interface DiskProgress {
    /** So many chunks of so many were looked at. */
    void at(long done, long all);
}
