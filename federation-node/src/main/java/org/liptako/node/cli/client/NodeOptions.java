package org.liptako.node.cli.client;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Zone;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command sharing a node's answer takes: which node, as whom, trusting which root. */
public final class NodeOptions {
    @Option(names = "--node", required = true, paramLabel = "HOST:PORT", descriptionKey = "node")
    private String node;

    @Option(names = "--server-name", paramLabel = "NAME", descriptionKey = "serverName")
    private @Nullable String serverName;

    @Mixin
    private CallerOptions caller;

    @Option(names = "--root", required = true, paramLabel = "PEM", descriptionKey = "root")
    private Path root;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    NodeOptions() {}

    /** Calls the node once and turns its refusal, or its silence, into a failure of the command. */
    public <T> T call(Function<NodeConnection, T> question) {
        try (var connection = NodeConnection.open(target(), new ClientCredentials(caller.read(), root))) {
            return connection.answer(question);
        }
    }

    /** True where a machine reads the answer. */
    public boolean json() {
        return json;
    }

    /** The caller's key and chain. */
    Credential caller() {
        return caller.read();
    }

    /** The caller's own PEM files. */
    public CredentialFiles files() {
        return caller.files();
    }

    /** The root that the node is believed by. */
    Path root() {
        return root;
    }

    /** The zone that the node's name lies in. */
    Zone zone() {
        return target().zone();
    }

    private NodeTarget target() {
        return NodeTarget.of(node, serverName);
    }
}
