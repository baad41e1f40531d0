package org.liptako.node.exchange.unsealing;

import org.liptako.node.journal.event.VersionRoot;

/**
 * A version that lies in clear in a directory.
 *
 * @param encrypted the root of the copy that it was made from
 * @param files with links and empty directories, as a version counts them
 * @param bytes of its files
 */
public record RestoredVersion(VersionRoot encrypted, long files, long bytes) {}
