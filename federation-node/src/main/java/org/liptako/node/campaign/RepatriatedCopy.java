package org.liptako.node.campaign;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

/**
 * A copy of a campaign, as the journal tells of it.
 *
 * @param site where it lies abroad
 * @param owner the ministry that answers for it
 * @param sizeGb as registered when the campaign was opened
 * @param statedDeadline by the word of whoever opened the campaign
 * @param withdrawal who has taken it out of the campaign, and why; empty while it is in it
 */
public record RepatriatedCopy(
        CampaignId campaign,
        DatasetId dataset,
        SiteId site,
        String owner,
        OptionalLong sizeGb,
        Optional<Instant> statedDeadline,
        Optional<CampaignPlace> plan,
        Optional<Arrival> arrival,
        Optional<ProvedCopy> proved,
        Optional<Instant> sealedAt,
        Optional<Instant> erasedAt,
        Optional<Act> withdrawal) {
    private static final long GB = 1_000_000_000L;

    /** The same with another plan. */
    RepatriatedCopy planned(CampaignPlace other) {
        return new RepatriatedCopy(
                campaign,
                dataset,
                site,
                owner,
                sizeGb,
                statedDeadline,
                Optional.of(other),
                arrival,
                proved,
                sealedAt,
                erasedAt,
                withdrawal);
    }

    public CampaignKey key() {
        return new CampaignKey(campaign, dataset, site);
    }

    public RepatriationStage stage() {
        if (withdrawal.isPresent()) {
            return RepatriationStage.WITHDRAWN;
        }
        if (erasedAt.isPresent()) {
            return RepatriationStage.DONE;
        }
        if (sealedAt.isPresent()) {
            return RepatriationStage.SEALED;
        }
        if (proved.isPresent()) {
            return RepatriationStage.PROVED;
        }
        if (arrival.isPresent()) {
            return RepatriationStage.COPYING;
        }
        return plan.isPresent() ? RepatriationStage.PLANNED : RepatriationStage.NAMED;
    }

    /** Its bytes: those that were proved, else its registered size; 0 where that is not known. */
    public long bytes() {
        long known =
                proved.map(ProvedCopy::bytes).orElseGet(() -> Math.min(sizeGb.orElse(0L), Long.MAX_VALUE / GB) * GB);
        return Math.max(0L, known);
    }

    /** How many of its bytes are still to come home. */
    public long bytesLeft() {
        return isToCome() ? bytes() : 0;
    }

    /** Whether its bytes are still to come home. */
    public boolean isToCome() {
        return sealedAt.isEmpty() && withdrawal.isEmpty();
    }
}
