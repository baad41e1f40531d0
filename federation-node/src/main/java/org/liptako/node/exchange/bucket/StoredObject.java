package org.liptako.node.exchange.bucket;

import java.time.Instant;

/**
 * An object as a bucket lists it.
 *
 * @param size bytes
 * @param tag what the object store names this content by (ETag); another content has another one
 */
public record StoredObject(String key, long size, String tag, Instant changed) {}
