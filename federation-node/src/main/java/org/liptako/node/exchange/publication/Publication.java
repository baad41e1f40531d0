package org.liptako.node.exchange.publication;

import org.liptako.node.journal.event.DatasetId;

/**
 * What an operator asks to publish.
 *
 * @param directory relative to the publishing directory; or {@code s3://} and a prefix relative to that of published objects
 * @param readAll whether files are read that have not changed, by their size, inode and times, since this directory was last published
 * @param clearOnly whether the encrypted form is left out
 */
public record Publication(DatasetId dataset, String directory, boolean readAll, boolean clearOnly) {}
