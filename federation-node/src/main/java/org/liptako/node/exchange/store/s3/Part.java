package org.liptako.node.exchange.store.s3;

import org.liptako.node.exchange.manifest.ManifestFile;

/**
 * The chunks of a file that are sent together.
 *
 * @param number of the part in its upload, from 1; 0 if it is the whole file, which is then sent at once
 * @param first its first chunk
 * @param end the chunk after its last one
 * @param fileFirst the file's first chunk
 * @param fileEnd the chunk after the file's last one
 * @param length bytes
 */
record Part(ManifestFile file, int number, int first, int end, int fileFirst, int fileEnd, long length) {
    boolean isWholeFile() {
        return number == 0;
    }
}
