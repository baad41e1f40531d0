package org.liptako.node.exchange.stream;

import java.nio.ByteBuffer;

/**
 * A chunk on its way. Whoever takes one from a call is done with it before the call brings the next, for both lie in the same memory.
 *
 * @param number its number in the manifest
 * @param data its bytes as stored, from position to limit
 */
public record Chunk(int number, ByteBuffer data) {}
