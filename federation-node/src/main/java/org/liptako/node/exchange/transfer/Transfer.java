package org.liptako.node.exchange.transfer;

import org.liptako.node.wire.Sentence;

/**
 * A transfer into this site.
 *
 * @param reason why it stands so
 * @param attempts how often it was begun
 * @param confirmed whether the source has journaled that it gave the copy
 */
public record Transfer(
        TransferPlan plan,
        TransferState state,
        Sentence reason,
        TransferProgress progress,
        int attempts,
        boolean confirmed) {}
