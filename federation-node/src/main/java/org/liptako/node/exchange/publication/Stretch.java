package org.liptako.node.exchange.publication;

import org.liptako.node.exchange.manifest.FileStamp;
import org.liptako.node.exchange.manifest.ManifestFile;

/**
 * Some consecutive chunks of one file.
 *
 * @param stamp what the file was when its directory was read
 * @param offset bytes from the file's start to the first of them
 * @param first the number of the first of them in the version
 */
record Stretch(ManifestFile file, FileStamp stamp, long offset, int first, int count) {}
