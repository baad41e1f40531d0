package org.liptako.policy.facts;

import java.util.Map;
import java.util.TreeMap;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** The shape of a facts document: its groups by the parts of the dotted codes, its facts at the ends. */
sealed interface FactTree {

    /** One fact. */
    record Leaf(Fact fact) implements FactTree {}

    /**
     * A JSON object.
     *
     * @param path the dotted code that leads here, empty for the whole document
     * @param children by key, in the order of code points
     */
    record Group(String path, Map<String, FactTree> children) implements FactTree {

        /** The dotted code of a key in this group. */
        String code(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }
    }

    static Group of(Vocabulary vocabulary) {
        Group root = new Group("", new TreeMap<>(CodePoints.ORDER));
        vocabulary.facts().forEach(fact -> graft(root, fact.code(), fact));
        return root;
    }

    private static void graft(Group group, String rest, Fact fact) {
        int dot = rest.indexOf('.');
        if (dot < 0) {
            group.children().put(rest, new Leaf(fact));
            return;
        }
        String key = rest.substring(0, dot);
        FactTree inner = group.children()
                .computeIfAbsent(key, one -> new Group(group.code(one), new TreeMap<>(CodePoints.ORDER)));
        switch (inner) {
            case Group there -> graft(there, rest.substring(dot + 1), fact);
            case Leaf leaf -> throw new IllegalArgumentException("%s is a fact and a group".formatted(leaf.fact()));
        }
    }
}
