package org.liptako.node.rulebook;

import java.util.List;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;

/** The signed editions that a node holds; one that runs from a directory of unsigned files holds none and takes none. */
interface Editions {
    /** Whether the node judges by signed editions. */
    boolean areSigned();

    /** Every jurisdiction's line. */
    EditionLines lines();

    /** The officers who counted when a held edition was taken, by name; none where that was not noted. */
    List<String> signers(HeldEdition held);

    /** A held edition with its signatures and files, to be passed on. */
    SignedEdition signed(HeldEdition held);

    /**
     * Takes an edition in, once it is verified.
     *
     * @throws RefusedEditionException if the edition may not stand
     */
    EditionDesk.Published publish(SignedEdition signed) throws RefusedEditionException;
}
