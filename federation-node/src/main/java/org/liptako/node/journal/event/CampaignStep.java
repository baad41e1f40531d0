package org.liptako.node.journal.event;

/** A step of a State's campaign to bring copies home from outside the federation. */
public sealed interface CampaignStep extends JournalEvent
        permits CampaignClosed,
                CampaignOpened,
                CampaignPaused,
                CampaignPlanned,
                ExternalCopyErased,
                ExternalErasureSigned,
                RepatriationProved,
                RepatriationStarted,
                RepatriationWithdrawn {
    /** Which campaign. */
    CampaignId campaign();
}
