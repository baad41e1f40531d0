package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.name.SiteId;

/**
 * A sealed copy is on its disk no longer as its manifest names it. Nothing is given from it until every chunk is proved again.
 *
 * @param damaged chunks that were found to be wrong or gone, of which there may be more; 0 where it is the manifest beside them that is damaged
 */
public record ReplicaDamaged(Instant at, DatasetId dataset, SiteId site, VersionRoot versionRoot, long damaged)
        implements JournalEvent {}
