package org.liptako.node.rulebook;

/** The rules cannot be put in force, and a node without rules does not start; the message says which and how to mend them. */
public final class UnusableRulesException extends RuntimeException {
    UnusableRulesException(String message) {
        super(message);
    }
}
