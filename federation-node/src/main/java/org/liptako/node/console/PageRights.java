package org.liptako.node.console;

import jakarta.inject.Singleton;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.CallRights;
import org.liptako.node.identity.Caller;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Who may see what: by the table of who may call what, so that a page shows nobody more than the command line does. */
@Singleton
final class PageRights {
    private final CallRights rights = new CallRights();
    private final State own;

    PageRights(NodeConfig node) {
        this.own = node.state();
    }

    boolean allows(Caller reader, Place place) {
        return rights.of(place.call())
                .filter(right -> right.admits(reader, own))
                .isPresent();
    }

    /**
     * Goes on if a reader may go to a place.
     *
     * @throws Failure ROLE_NOT_ENTITLED if they may not
     */
    void require(Caller reader, Place place) {
        if (!allows(reader, place)) {
            throw new Failure(ErrorCode.ROLE_NOT_ENTITLED, ErrorCode.ROLE_NOT_ENTITLED.meaning());
        }
    }
}
