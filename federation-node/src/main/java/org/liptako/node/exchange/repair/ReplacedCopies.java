package org.liptako.node.exchange.repair;

import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;

/** Tells versions whose bytes still lie at this site, and whose place in this State's journal another version has taken. Thread-safe. */
public final class ReplacedCopies {
    private final SiteRecord own;

    public ReplacedCopies(SiteRecord own) {
        this.own = own;
    }

    public boolean contains(DatasetVersion version) {
        return own.registry()
                .replica(version.dataset(), own.site())
                .filter(copy -> copy.state().status().isCopy())
                .filter(copy -> copy.state().versionRoot() != null)
                .filter(copy -> !version.root().equals(copy.state().versionRoot()))
                .isPresent();
    }
}
