package org.liptako.node.placement;

import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

/** What the tests ask for. */
final class TrialTerms {
    private TrialTerms() {}

    static AskedTerms copy(DatasetId dataset, SiteId target) {
        return new AskedTerms(dataset, "REPLICATE", target, "CONTINUITY", null, true, true);
    }

    static AskedTerms unencrypted(DatasetId dataset, SiteId target) {
        return new AskedTerms(dataset, "REPLICATE", target, "CONTINUITY", null, false, true);
    }

    static AskedTerms erase(DatasetId dataset, SiteId target) {
        return new AskedTerms(dataset, "ERASE", target, null, null, null, null);
    }
}
