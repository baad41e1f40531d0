package org.liptako.node.console;

import java.util.Optional;
import java.util.stream.Stream;

/** The places that a reader goes to from every page. Who may go there is whoever may make the call that shows the same. */
enum Place {
    HOME("/", "nav.home", "liptako.console.v1.SignInService/OpenLink"),
    DATASETS("/datasets", "nav.datasets", "liptako.registry.v1.RegistryService/ListDatasets"),
    QUESTIONS("/questions", "nav.questions", "liptako.inquiry.v1.InquiryService/Ask"),
    RULES("/rules", "nav.rules", "liptako.rulebook.v1.RulebookService/GetRules"),
    COPIES("/copies", "nav.copies", "liptako.registry.v1.RegistryService/ListReplicas"),
    MAP("/map", "nav.map", "liptako.registry.v1.RegistryService/ListReplicas"),
    REPATRIATION("/repatriation", "nav.repatriation", "liptako.campaign.v1.CampaignService/ListCampaigns"),
    TRANSFERS("/transfers", "nav.transfers", "liptako.exchange.v1.ReplicaService/GetQueue"),
    PLACING("/place", "nav.place", "liptako.placement.v1.PlacementService/CheckPlacement"),
    OPERATIONS("/operations", "nav.operations", "liptako.operations.v1.OperationsService/GetAvailability");

    private final String path;
    private final String words;
    private final String call;

    Place(String path, String words, String call) {
        this.path = path;
        this.words = words;
        this.call = call;
    }

    /** The place at a path, to which slashes at its end add nothing; empty where there is none, or none that is gone to from every page. */
    static Optional<Place> at(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        String bare = path.substring(0, end);
        return Stream.of(values()).filter(place -> place.path.equals(bare)).findFirst();
    }

    String path() {
        return path;
    }

    /** Whether a page stands below this place: a dataset's below the datasets; nothing below home. */
    boolean leadsTo(String page) {
        return this != HOME && page.startsWith(path + "/");
    }

    /** The key of its name in the bundles. */
    String words() {
        return words;
    }

    /** The full gRPC name of the call that shows the same. */
    String call() {
        return call;
    }
}
