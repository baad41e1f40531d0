package org.liptako.node.console;

/** A file that can be had of what a page shows. */
public record FileLink(String href, String words) {}
