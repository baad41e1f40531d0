package org.liptako.node.exchange.manifest;

import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;

/** Which bytes are meant: a dataset, and the root of the manifest over them. */
public record DatasetVersion(DatasetId dataset, VersionRoot root) {
    @Override
    public String toString() {
        return dataset + "/" + root;
    }
}
