package org.liptako.node.exchange.bucket;

/**
 * A part of an upload that the object store has.
 *
 * @param number from 1
 * @param size bytes
 * @param tag its ETag
 * @param sha256 in base 64
 */
public record UploadedPart(int number, long size, String tag, String sha256) {}
