package org.liptako.node.journal.tree;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.tlog.NoteSigner;

/**
 * The evidence key by which this State signs checkpoints of its journal.
 *
 * @param signer null where this node was given none: it then signs no checkpoint, and everything else goes on
 */
public record CheckpointKey(@Nullable NoteSigner signer) {
    /** A node without an evidence key. */
    public static final CheckpointKey NONE = new CheckpointKey(null);

    /** What signs, where there is one. */
    public Optional<NoteSigner> signs() {
        return Optional.ofNullable(signer);
    }
}
