package org.liptako.node.exchange.repair;

import org.liptako.node.exchange.manifest.ManifestPath;

/**
 * A file of a copy that is not what the manifest names.
 *
 * @param chunks how many of its chunks
 * @param first the first of them, from 0 in the file
 */
public record DamagedFile(ManifestPath path, int chunks, int first) {}
