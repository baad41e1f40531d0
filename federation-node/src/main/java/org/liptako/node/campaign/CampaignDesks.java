package org.liptako.node.campaign;

/** Those who take the steps of campaigns. */
record CampaignDesks(
        OpenDesk opening,
        PlanDesk plans,
        RunDesk runs,
        WithdrawDesk withdrawals,
        EvidenceDesk evidence,
        CloseDesk closing) {}
