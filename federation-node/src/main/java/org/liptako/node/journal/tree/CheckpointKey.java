package org.liptako.node.journal.tree;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.tlog.NoteSigner;

/**
 * The evidence key by which this State signs checkpoints of its journal.
 *
 * @param signer null where this node was given none: it then signs no checkpoint, and everything else goes on
 * @param counts whether it may still sign: a key that was revoked signs nothing more
 */
public record CheckpointKey(@Nullable NoteSigner signer, BooleanSupplier counts) {
    /** A node without an evidence key. */
    public static final CheckpointKey NONE = new CheckpointKey(null);

    /** A key that nobody revokes. */
    public CheckpointKey(@Nullable NoteSigner signer) {
        this(signer, () -> true);
    }

    /** What signs now, where there is anything. */
    public Optional<NoteSigner> signs() {
        return Optional.ofNullable(signer).filter(held -> counts.getAsBoolean());
    }
}
