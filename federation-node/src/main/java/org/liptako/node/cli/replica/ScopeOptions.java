package org.liptako.node.cli.replica;

import org.jspecify.annotations.Nullable;
import org.liptako.exchange.v1.TransferScope;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One transfer, those from a State, or all; exactly one of them. */
final class ScopeOptions {
    @Parameters(paramLabel = "GRANT", descriptionKey = "grant", arity = "1")
    private @Nullable String grant;

    @Option(names = "--from", paramLabel = "STATE", descriptionKey = "fromState", required = true)
    private @Nullable String state;

    @Option(names = "--all", descriptionKey = "allTransfers", required = true)
    private boolean all;

    ScopeOptions() {}

    TransferScope message() {
        var scope = TransferScope.newBuilder().setEverything(all);
        if (grant != null) {
            scope.setGrant(grant);
        }
        if (state != null) {
            scope.setSourceState(state);
        }
        return scope.build();
    }
}
