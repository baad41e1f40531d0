package org.liptako.node.journal.event;

import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.SiteId;

/**
 * One difference between what a site holds and what the journals say: the same as long as it lasts.
 *
 * @param site where the copy lies, or should
 * @param dataset null for files that are no copy
 * @param versionRoot null for files that are no copy
 * @param grant the grant under which it was given or sealed; null where it is not about that
 */
public record HoldingFinding(
        HoldingCause cause,
        SiteId site,
        @Nullable DatasetId dataset,
        @Nullable VersionRoot versionRoot,
        @Nullable GrantSerial grant) {
    /** About a version at a site. */
    public static HoldingFinding of(HoldingCause cause, SiteId site, DatasetId dataset, VersionRoot versionRoot) {
        return new HoldingFinding(cause, site, dataset, versionRoot, null);
    }

    /** About files at a site that are no copy. */
    public static HoldingFinding strangers(SiteId site) {
        return new HoldingFinding(HoldingCause.STRANGERS, site, null, null, null);
    }

    /** What it is filed under: the dataset, or the site where it is about none. */
    public String subject() {
        return dataset == null ? site.value() : dataset.value();
    }

    /** What tells it from others of the same subject. */
    public String place() {
        return site + "/" + cause + "/" + (versionRoot == null ? "" : versionRoot) + "/" + (grant == null ? "" : grant);
    }
}
