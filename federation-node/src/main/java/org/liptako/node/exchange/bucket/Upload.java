package org.liptako.node.exchange.bucket;

/** An object that is being sent in parts; it shows only once all are there and it was completed. */
public record Upload(String key, String id) {}
