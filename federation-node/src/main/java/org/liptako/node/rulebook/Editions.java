package org.liptako.node.rulebook;

import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;

/** The signed editions that a node holds; one that runs from a directory of unsigned files holds none and takes none. */
interface Editions {
    /** Whether the node judges by signed editions. */
    boolean areSigned();

    EditionLines lines();

    SignedEdition signed(HeldEdition held);

    /** @throws RefusedEditionException if the edition may not stand */
    EditionDesk.Published publish(SignedEdition signed) throws RefusedEditionException;
}
