package org.liptako.node.config;

/**
 * Where the console's web pages are served; port 0 = any that is free.
 *
 * @param bind where in clear: this machine alone
 * @param httpsBind where over TLS
 */
public record ConsoleConfig(String bind, int port, String httpsBind, int httpsPort) {}
