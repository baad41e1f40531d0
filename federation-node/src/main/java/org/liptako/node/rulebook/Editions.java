package org.liptako.node.rulebook;

import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
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

    /** A demonstration's. */
    Editions NONE = new Editions() {
        @Override
        public boolean areSigned() {
            return false;
        }

        @Override
        public EditionLines lines() {
            return EditionLines.NONE;
        }

        @Override
        public SignedEdition signed(HeldEdition held) {
            throw new IllegalStateException("No edition is held.");
        }

        @Override
        public EditionDesk.Published publish(SignedEdition signed) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Ce nœud de démonstration juge d'après un dossier de règles non signées (liptako.rules.dir) ; ôtez cette"
                            + " clé pour qu'il tienne des éditions signées.",
                    "This demonstration node judges by a directory of unsigned rules (liptako.rules.dir); remove that key"
                            + " for it to hold signed editions.");
        }
    };
}
