package org.liptako.node.rulebook;

/**
 * A rule file as it is published.
 *
 * @param path relative to the rules directory, with {@code /}
 * @param bytes exactly those that the digest is over; not copied: whoever reads them leaves them alone
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record PublishedFile(String path, byte[] bytes) {}
