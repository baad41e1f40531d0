package org.liptako.node.cli.demo.stage;

/** Which engine the nodes of the demonstration judge with: both, wherever OPA can be had. */
public enum Engine {
    EMBEDDED,
    BOTH;

    String word() {
        return switch (this) {
            case EMBEDDED -> "embedded";
            case BOTH -> "both";
        };
    }
}
