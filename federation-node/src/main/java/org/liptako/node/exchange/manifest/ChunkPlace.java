package org.liptako.node.exchange.manifest;

/**
 * Where a chunk lies.
 *
 * @param offset bytes from the file's start
 * @param length bytes of the chunk
 */
public record ChunkPlace(ManifestFile file, long offset, int length) {}
