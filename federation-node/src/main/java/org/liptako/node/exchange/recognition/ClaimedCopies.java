package org.liptako.node.exchange.recognition;

import java.io.IOException;
import java.util.ArrayList;
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
    private static final int A_PAGE = 200;

    static ClaimedCopies in(ReplicaStore store, SiteRecord own) throws IOException {
        List<DatasetVersion> claimed = received(own);
        int here = 0;
        for (DatasetVersion version : claimed) {
            here += store.isHere(version) ? 1 : 0;
        }
        return new ClaimedCopies(claimed.size(), here);
    }

    /** To the end of the list if need be: what was declared only, or erased, may fill its beginning. */
    private static List<DatasetVersion> received(SiteRecord own) {
        List<DatasetVersion> received = new ArrayList<>();
        String after = "";
        List<ReplicaStatement> page;
        do {
            page = own.registry().replicasAt(own.site(), new Page(after, "", "", A_PAGE));
            for (ReplicaStatement copy : page) {
                VersionRoot root = copy.state().versionRoot();
                if (root != null && isReceived(copy) && received.size() < MOST) {
                    received.add(new DatasetVersion(copy.dataset(), root));
                }
                after = copy.dataset().value();
            }
        } while (page.size() == A_PAGE && received.size() < MOST);
        return received;
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
