package org.liptako.node.peer;

/**
 * What a node tells of itself that other rooms know.
 *
 * @param version of the software
 * @param engine {@code embedded}, {@code opa} or {@code both}
 * @param ruleSet the digest of the rules in force, hexadecimal
 */
public record RunningNode(String version, String engine, String ruleSet) {

    /** Tells it as it is now; the root, which sees all rooms, makes one. */
    @FunctionalInterface
    public interface Source {
        RunningNode now();
    }
}
