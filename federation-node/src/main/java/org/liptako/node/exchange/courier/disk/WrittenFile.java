package org.liptako.node.exchange.courier.disk;

import org.liptako.pki.evidence.Digest;

/**
 * A file of a disk, as it was written.
 *
 * @param head over the part in clear, by which the file is known again without reading all of it
 * @param digest over the whole
 * @param bytes its length
 */
public record WrittenFile(Digest head, Digest digest, long bytes) {}
