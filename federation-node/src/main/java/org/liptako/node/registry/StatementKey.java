package org.liptako.node.registry;

import org.liptako.pki.name.State;

/**
 * Of what a statement is made, and by whom: statements with one key follow each other in time and never overlap.
 *
 * @param place empty where the kind has none
 */
record StatementKey(StatementKind kind, String subject, String place, State saidBy) {
    StatementKey(StatementKind kind, String subject, State saidBy) {
        this(kind, subject, "", saidBy);
    }
}
