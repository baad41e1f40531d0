package org.liptako.node.config;

/** Where the console's web pages are served; port 0 = any that is free. */
public record ConsoleConfig(String bind, int port) {}
