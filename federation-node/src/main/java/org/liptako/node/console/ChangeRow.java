package org.liptako.node.console;

/**
 * One thing that has changed.
 *
 * @param instant when, for programs (ISO 8601)
 * @param times how often of late, where more than once; may be empty
 * @param about which dataset and where; may be empty
 * @param said in which entry of whose journal it stands
 */
public record ChangeRow(String instant, String when, String what, String times, String about, String said) {}
