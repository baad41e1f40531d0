package org.liptako.node.console;

/** What a form of the pages does, and what a page shows that is not gone to from every page. Who may is whoever may make the call that does the same. */
enum Route {
    SIGN("liptako.rulebook.v1.RulebookService/PublishEdition"),
    TRIAL("liptako.placement.v1.PlacementService/CheckPlacement"),
    TRANSFER("liptako.exchange.v1.ReplicaService/WatchTransfer"),
    PAUSE("liptako.exchange.v1.ReplicaService/PauseTransfers"),
    RESUME("liptako.exchange.v1.ReplicaService/ResumeTransfers"),
    PRIORITY("liptako.exchange.v1.ReplicaService/SetPriority"),
    LIMITS("liptako.exchange.v1.ReplicaService/SetLimits"),
    START("liptako.exchange.v1.ReplicaService/StartTransfer"),
    REQUEST("liptako.placement.v1.PlacementService/RequestPlacement"),
    REQUESTED("liptako.placement.v1.PlacementService/GetPlacement"),
    DRAIN("liptako.operations.v1.OperationsService/Drain"),
    CAMPAIGN("liptako.campaign.v1.CampaignService/GetCampaign"),
    HOSTING("liptako.placement.v1.PlacementService/CheckPlacement"),
    RECEIPT("liptako.receipt.v1.ReceiptService/MakeReceipt");

    private final String call;

    Route(String call) {
        this.call = call;
    }

    /** The full gRPC name of the call that does the same. */
    String call() {
        return call;
    }
}
