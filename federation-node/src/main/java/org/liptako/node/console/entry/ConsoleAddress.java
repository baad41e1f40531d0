package org.liptako.node.console.entry;

import org.liptako.node.config.ConsoleConfig;
import org.liptako.node.config.NodeConfig;

/** Where a browser finds the pages, and whether people may sign in there. */
public final class ConsoleAddress {
    private final NodeConfig node;
    private final ConsoleConfig console;
    private final String name;
    private final ConsolePorts ports;

    /** @param name the DNS name in the node's certificate */
    ConsoleAddress(NodeConfig node, ConsoleConfig console, String name, ConsolePorts ports) {
        this.node = node;
        this.console = console;
        this.name = name;
        this.ports = ports;
    }

    /** The name under which the pages are served over TLS. */
    public String name() {
        return name;
    }

    /**
     * Whether people may sign in: over TLS, or in clear on this very machine, to samples alone.
     *
     * @param secure whether over TLS
     */
    public boolean admits(boolean secure) {
        return secure || node.demonstration();
    }

    /** Scheme, host and port of the way in: samples in clear, so that a newcomer's browser shows a page and not a warning. */
    String root() {
        if (!node.demonstration()) {
            return "https://" + name + ":" + ports.https();
        }
        String host = console.bind().contains(":") ? "[" + console.bind() + "]" : console.bind();
        return "http://" + host + ":" + ports.clear();
    }
}
