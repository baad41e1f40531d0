package org.liptako.node.peer;

import java.util.List;

/**
 * What a node tells of itself that other rooms know.
 *
 * @param version of the software
 * @param engine {@code embedded}, {@code opa} or {@code both}
 * @param ruleSet the digest of the rules in force, hexadecimal
 * @param vocabularies rising
 */
public record RunningNode(String version, String engine, String ruleSet, List<KnownWords> vocabularies) {
    public RunningNode {
        vocabularies = List.copyOf(vocabularies);
    }

    /**
     * A version of the vocabulary that the node can judge by.
     *
     * @param digest of its file, hexadecimal
     */
    public record KnownWords(long version, String digest) {}

    /** Tells it as it is now; the root, which sees all rooms, makes one. */
    @FunctionalInterface
    public interface Source {
        RunningNode now();
    }
}
