package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.SiteId;

/**
 * Another State's copy was challenged, by the State whose journal says so. From dataset, version, site, number and seeds anybody draws again which chunks it was
 * about.
 *
 * @param number how manieth challenge of a copy of this dataset at this site by this State
 * @param chunks how many the version has
 * @param samples how many were drawn
 * @param tookMillis from the question to the answer, or to its failing to come
 * @param wrong how many were not answered rightly
 * @param wrongChunks the first of them
 * @param reason why no answer came; null where one did
 * @param answer what the holder has signed; null where no answer came, and from a node of before
 */
public record CopyChallenged(
        Instant at,
        DatasetId dataset,
        SiteId site,
        VersionRoot versionRoot,
        long number,
        List<SeedCheckpoint> seeds,
        int chunks,
        int samples,
        long deadlineSeconds,
        long tookMillis,
        ChallengeOutcome outcome,
        int wrong,
        List<Integer> wrongChunks,
        @Nullable String reason,
        @Nullable ChallengeAnswer answer)
        implements JournalEvent {
    public CopyChallenged {
        seeds = List.copyOf(seeds);
        wrongChunks = List.copyOf(wrongChunks);
    }
}
