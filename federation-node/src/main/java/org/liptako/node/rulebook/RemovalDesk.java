package org.liptako.node.rulebook;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Signatory;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.edition.HeldEdition;

/** Takes away editions that wait for signatures: whoever submitted one alone, anybody else with one more officer. Thread-safe. */
public final class RemovalDesk {
    private final Jdbi jdbi;
    private final WaitingEditionStore store = new WaitingEditionStore();
    private final EditionSteps steps;

    RemovalDesk(Jdbi jdbi, EditionSteps steps) {
        this.jdbi = jdbi;
        this.steps = steps;
    }

    /**
     * Takes one away, or notes that somebody would.
     *
     * @throws Failure NOT_KNOWN if none waits under that digest, or EDITION_REFUSED if they have asked for it already
     */
    public Removal remove(String digest, Signatory by) {
        return jdbi.inTransaction(handle -> remove(handle, digest, by));
    }

    private Removal remove(Handle handle, String digest, Signatory by) {
        WaitingEditionStore.Row row = store.held(handle, digest).orElseThrow(WaitingEditionStore::unknown);
        HeldEdition held = row.held();
        if (row.submittedBy().isOneWith(by)) {
            store.remove(handle, digest);
            steps.removed(handle, held, by, Optional.empty());
            return Removal.REMOVED;
        }
        Optional<Signatory> asked = row.removalAskedBy();
        if (asked.isEmpty()) {
            store.askRemoval(handle, digest, by);
            steps.removalAsked(handle, held, by);
            return Removal.ASKED;
        }
        if (asked.get().isOneWith(by)) {
            throw Failure.of(
                    ErrorCode.EDITION_REFUSED,
                    "Vous avez déjà demandé son retrait : il faut l'accord d'un autre agent juridique, avec sa propre clé.",
                    "You have asked to take it away already: it takes another legal officer, with a key of their own.");
        }
        store.remove(handle, digest);
        steps.removed(handle, held, by, asked);
        return Removal.REMOVED;
    }
}
