package org.liptako.node.journal.witness;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.SignedNote;

/** The latest checkpoint of each State's journal that this node knows to be cosigned: others' by this State itself, its own by another. Thread-safe. */
public final class KnownCheckpoints {
    private final Jdbi jdbi;
    private final State own;

    public KnownCheckpoints(Jdbi jdbi, State own) {
        this.jdbi = jdbi;
        this.own = own;
    }

    /** Empty as long as nothing of that State's was cosigned. */
    public Optional<SeedCheckpoint> of(State state) {
        String cosigned = state == own
                ? "SELECT size, root FROM own_cosignature ORDER BY size DESC LIMIT 1"
                : "SELECT size, root FROM witnessed_checkpoint WHERE size > 0 AND state = '" + state.name() + "'";
        return jdbi.withHandle(handle -> handle.createQuery(cosigned)
                .map((row, context) -> new SeedCheckpoint(state, row.getLong("size"), Digest.of(row.getBytes("root"))))
                .findOne());
    }

    /** The checkpoint of another State's journal that this State cosigned last, as that State signed it; empty before the first. */
    public Optional<SignedNote> cosigned(State state) {
        return jdbi.withHandle(handle -> new WitnessStore().known(handle, state))
                .signed();
    }
}
