package org.liptako.node.exchange.recognition;

import java.io.IOException;
import java.util.List;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;

/**
 * How many of the copies that the journals place at a site lie in a store.
 *
 * @param claimed as many as were looked for: enough to tell a store by
 */
record ClaimedCopies(int claimed, int here) {
    private static final int MOST = 200;

    static ClaimedCopies in(ReplicaStore store, SiteRecord own) throws IOException {
        int claimed = 0;
        int here = 0;
        for (ReplicaStatement copy : own.registry().replicasAt(own.site(), Page.first(MOST))) {
            VersionRoot root = copy.state().versionRoot();
            if (root != null && isReceived(copy)) {
                claimed++;
                here += store.isHere(new DatasetVersion(copy.dataset(), root)) ? 1 : 0;
            }
        }
        return new ClaimedCopies(claimed, here);
    }

    /** One that is withdrawn is being mended, and lies here too. */
    private static boolean isReceived(ReplicaStatement copy) {
        return copy.state().grant() != null
                && List.of(ReplicaStatus.SEALED, ReplicaStatus.UNPROVEN)
                        .contains(copy.state().status());
    }

    boolean isNone() {
        return claimed == 0;
    }

    /** A few copies may have come to a wrong disk; half of them have not. */
    boolean areMostlyHere() {
        return here > 0 && 2 * here >= claimed;
    }
}
