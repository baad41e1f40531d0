package org.liptako.node.config;

import java.util.Locale;

/** Which engine judges. */
public enum EngineChoice {
    /** The compiled evaluator in the node. */
    EMBEDDED,
    /** OPA. */
    OPA,
    /** Both; only what both permit is permitted, and a difference is an alarm. */
    BOTH;

    /** As it is written in the configuration and told to clients: {@code embedded}, {@code opa}, {@code both}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
