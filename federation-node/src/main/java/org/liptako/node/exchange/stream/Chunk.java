package org.liptako.node.exchange.stream;

import java.nio.ByteBuffer;

/**
 * A chunk on its way.
 *
 * @param number its number in the manifest
 * @param data its bytes as stored, from position to limit
 */
public record Chunk(int number, ByteBuffer data) {}
