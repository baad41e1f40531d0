package org.liptako.node.console.entry;

import java.util.function.IntSupplier;
import org.liptako.node.config.ConsoleConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Where a browser finds the pages, and whether people may sign in there. */
public final class ConsoleAddress {
    private final NodeConfig node;
    private final ConsoleConfig console;
    private final IntSupplier port;

    /** @param port asked when somebody wants to know: the server listens after all else stands */
    ConsoleAddress(NodeConfig node, ConsoleConfig console, IntSupplier port) {
        this.node = node;
        this.console = console;
        this.port = port;
    }

    /** Whether people may sign in: in clear, on this very machine, to samples alone. */
    public boolean admits() {
        return node.demonstration();
    }

    /**
     * Scheme, host and port.
     *
     * @throws Failure NOT_READY if nobody may sign in there
     */
    String root() {
        if (!admits()) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Les pages de ce nœud ne sont servies qu'en clair, où seul un nœud de démonstration laisse entrer ;"
                            + " servez-vous de la ligne de commande.",
                    "The pages of this node are served in clear alone, where only a demonstration node lets people"
                            + " sign in; use the command line.");
        }
        String host = console.bind().contains(":") ? "[" + console.bind() + "]" : console.bind();
        return "http://" + host + ":" + port.getAsInt();
    }
}
