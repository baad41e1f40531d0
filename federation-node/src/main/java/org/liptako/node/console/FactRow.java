package org.liptako.node.console;

/** Something that is recorded, under its name. */
public record FactRow(String name, String words) {}
