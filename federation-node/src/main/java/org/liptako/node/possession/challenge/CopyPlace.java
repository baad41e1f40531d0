package org.liptako.node.possession.challenge;

import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.pki.name.SiteId;

/** A copy: a version, and the site where it lies. */
public record CopyPlace(DatasetVersion version, SiteId site) {
    @Override
    public String toString() {
        return version + " (" + site + ")";
    }
}
