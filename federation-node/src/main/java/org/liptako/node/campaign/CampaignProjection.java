package org.liptako.node.campaign;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.CampaignClosed;
import org.liptako.node.journal.event.CampaignOpened;
import org.liptako.node.journal.event.CampaignPaused;
import org.liptako.node.journal.event.CampaignPlanned;
import org.liptako.node.journal.event.CampaignStep;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.ExternalErasureSigned;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.RepatriationProved;
import org.liptako.node.journal.event.RepatriationStarted;
import org.liptako.node.journal.event.RepatriationWithdrawn;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.pki.name.State;

/**
 * Reads the journals into campaigns.
 *
 * <p>What a State says of its campaigns depends on its own journal alone; a step of a campaign that it has not opened, or of another State's data, is passed over.
 */
@Singleton
public final class CampaignProjection implements JournalProjection {
    private final CampaignEntries entries = new CampaignEntries();

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        CampaignEntries.Entry entry = new CampaignEntries.Entry(handle, saidBy, index, recordedAt);
        if (event instanceof CampaignStep step) {
            if (step.campaign().state().equals(Optional.of(saidBy))) {
                step(entry, step);
            }
        } else if (event instanceof ReplicaSealed sealed
                && sealed.site().state().equals(Optional.of(saidBy))) {
            entries.sealed(entry, sealed);
        }
    }

    private void step(CampaignEntries.Entry entry, CampaignStep step) {
        switch (step) {
            case CampaignOpened opened -> entries.opened(entry, opened);
            case CampaignPlanned planned -> entries.planned(entry, planned);
            case CampaignPaused paused -> entries.paused(entry, paused);
            case RepatriationStarted started -> entries.started(entry, started);
            case RepatriationProved proved -> entries.proved(entry, proved);
            case RepatriationWithdrawn withdrawn -> entries.withdrawn(entry, withdrawn);
            case ExternalErasureSigned signed -> entries.signed(entry, signed);
            case ExternalCopyErased erased -> entries.erased(entry, erased);
            case CampaignClosed closed -> entries.closed(entry, closed);
        }
    }

    @Override
    public void clear(Handle handle) {
        entries.clear(handle);
    }
}
