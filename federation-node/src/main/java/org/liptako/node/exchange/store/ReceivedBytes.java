package org.liptako.node.exchange.store;

/**
 * What came over the wire for one replica, all attempts together.
 *
 * @param bytes in all
 * @param twice those of them that had come before
 */
public record ReceivedBytes(long bytes, long twice) {}
