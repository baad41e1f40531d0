package org.liptako.node.rulebook;

import java.util.List;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.edition.HeldEdition;

/** The editions of a demonstration that runs from a directory of unsigned files: none. */
final class UnsignedRules implements Editions {
    @Override
    public boolean areSigned() {
        return false;
    }

    @Override
    public EditionLines lines() {
        return EditionLines.NONE;
    }

    @Override
    public List<String> signers(HeldEdition held) {
        return List.of();
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
}
