package org.liptako.node.console;

/**
 * A State as it is drawn.
 *
 * @param path its border, as SVG writes it
 * @param x where its name stands
 */
public record Outline(String state, String path, long x, long y) {}
