package org.liptako.node.console;

import jakarta.inject.Singleton;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.CallRights;
import org.liptako.node.identity.Caller;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Who may see what: by the table of who may call what, so that a page shows nobody more than the command line does. */
@Singleton
final class PageRights {
    private final CallRights rights = new CallRights();
    private final State own;
    private final SiteId site;

    PageRights(NodeConfig node) {
        this.own = node.state();
        this.site = node.site();
    }

    boolean allows(Caller reader, Place place) {
        return admits(reader, place.call());
    }

    boolean allows(Caller reader, Route route) {
        return admits(reader, route.call());
    }

    /** Whether they may, and act for this very data centre: operators of others of the State look, and do not act here. */
    boolean allowsHere(Caller reader, Route route) {
        return allows(reader, route) && reader.site().filter(site::equals).isPresent();
    }

    private boolean admits(Caller reader, String call) {
        return rights.of(call).filter(right -> right.admits(reader, own)).isPresent();
    }

    /**
     * Goes on if a reader may go to a place.
     *
     * @throws Failure ROLE_NOT_ENTITLED if they may not
     */
    void require(Caller reader, Place place) {
        mustBe(allows(reader, place));
    }

    /**
     * Goes on if a reader may do, or be shown, what a route stands for.
     *
     * @throws Failure ROLE_NOT_ENTITLED if they may not
     */
    void require(Caller reader, Route route) {
        mustBe(allows(reader, route));
    }

    /**
     * The same of what is done to this very data centre.
     *
     * @throws Failure ROLE_NOT_ENTITLED, or SITE_NOT_ENTITLED for the operator of another data centre
     */
    void requireHere(Caller reader, Route route) {
        require(reader, route);
        reader.mustActFor(site);
    }

    private static void mustBe(boolean allowed) {
        if (!allowed) {
            throw new Failure(ErrorCode.ROLE_NOT_ENTITLED, ErrorCode.ROLE_NOT_ENTITLED.meaning());
        }
    }
}
