package org.liptako.node.console;

/**
 * Something that somebody asked.
 *
 * @param instant when, for programs (ISO 8601)
 * @param rows how many rows were given; empty where none is counted
 * @param file the format of the file; empty for an answer on the screen
 */
public record LookRow(String instant, String when, String who, String what, String rows, String file) {}
