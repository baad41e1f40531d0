package org.liptako.node.registry;

/**
 * A value and where it is from.
 *
 * @param subject what it is about
 * @param place where, for the kinds that have a place; else empty
 */
record Stated<T>(String subject, String place, boolean authoritative, T value, Source source) {}
