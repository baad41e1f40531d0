package org.liptako.node.console;

/** What a form sends along without asking for it. */
public record FieldValue(String name, String value) {}
