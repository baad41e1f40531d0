package org.liptako.node.registry;

/**
 * In SQL: what States have against copies that are there, as {@code f}, at {@code :held} and known now; {@code :nothing} are the ways for a copy not to be
 * there. Written out by kind, so that an index over each kind serves it.
 */
final class FoundCopies {
    private FoundCopies() {}

    static String of(FindingKind kind) {
        return "registry_statement f WHERE f.kind = 'FINDING' AND f.authoritative AND f.known_to = 'infinity'"
                + " AND f.held_from <= :held AND f.held_to > :held AND f.value::jsonb ->> 'verdict' " + verdict(kind)
                + " AND EXISTS (SELECT FROM registry_statement l WHERE l.kind = 'REPLICA' AND l.authoritative"
                + " AND l.known_to = 'infinity' AND l.place <> '' AND l.place = f.place AND l.subject = f.subject"
                + " AND l.held_from <= :held AND l.held_to > :held AND l.status <> ALL (:nothing))";
    }

    private static String verdict(FindingKind kind) {
        return switch (kind) {
            case FORBIDDEN -> "<> 'INDETERMINATE'";
            case UNDECIDED -> "= 'INDETERMINATE'";
        };
    }
}
