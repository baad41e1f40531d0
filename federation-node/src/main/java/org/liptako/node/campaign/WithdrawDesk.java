package org.liptako.node.campaign;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.RepatriationWithdrawn;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;

/** Takes copies out of campaigns, such as those that were named by mistake. The same again does nothing twice. Thread-safe. */
final class WithdrawDesk {
    private final Jdbi jdbi;
    private final Journal journal;
    private final OpenCampaigns campaigns;
    private final WorkStore work = new WorkStore();

    WithdrawDesk(Jdbi jdbi, Journal journal) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.campaigns = new OpenCampaigns(journal.state());
    }

    /**
     * Which copy leaves, and why.
     *
     * @param site where it lies abroad; empty where the campaign names one copy of the dataset
     */
    record Word(CampaignId campaign, DatasetId dataset, Optional<SiteId> site, String reason) {}

    /**
     * Takes a copy out; what has come home of it stays where it is.
     *
     * @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, INVALID_REQUEST, or NOT_READY where somebody has signed that it is erased abroad
     */
    CampaignKey withdraw(Caller caller, Word word) {
        journal.appendUnsaid(handle -> {
            campaigns.get(handle, word.campaign());
            RepatriatedCopy copy = meant(handle, word);
            // Whoever works on it notices; what kept it is told no more.
            work.forget(handle, copy.key());
            if (copy.withdrawal().isPresent()) {
                return List.of();
            }
            mustLieAbroad(handle, copy);
            return List.of(new RepatriationWithdrawn(
                    journal.now(),
                    copy.campaign(),
                    copy.dataset(),
                    copy.site(),
                    word.reason(),
                    caller.party().toString()));
        });
        return jdbi.withHandle(handle -> meant(handle, word)).key();
    }

    private RepatriatedCopy meant(Handle handle, Word word) {
        return campaigns.everNamed(handle, word.campaign(), word.dataset(), word.site());
    }

    private void mustLieAbroad(Handle handle, RepatriatedCopy copy) {
        boolean signed = !campaigns.store().signatures(handle, copy.key()).isEmpty();
        if (signed || copy.erasedAt().isPresent()) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La copie de " + copy.dataset() + " ne peut quitter la campagne " + copy.campaign()
                            + " : son effacement à " + copy.site() + " est signé ; « liptako campaign evidence »"
                            + " l'achève.",
                    "The copy of " + copy.dataset() + " cannot leave the campaign " + copy.campaign()
                            + ": its erasure at " + copy.site() + " is signed; \"liptako campaign evidence\""
                            + " completes it.");
        }
    }
}
