package org.liptako.node.console;

import jakarta.inject.Singleton;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.placement.WordedPlacement;
import org.liptako.node.placement.WordedPlacements;

/** Puts requests for placements into words. */
@Singleton
final class RequestRows {
    private static final String WITHDRAWN = "WITHDRAWN";

    private final WordedPlacements placements;

    RequestRows(WordedPlacements placements) {
        this.placements = placements;
    }

    RequestRow row(WordedPlacement placement, Words words) {
        PlacementTerms terms = placement.terms();
        TermWords vocabulary = new TermWords(placements.vocabulary(), words);
        String status = placement.withdrawn().isPresent()
                ? WITHDRAWN
                : placement.state().name();
        return new RequestRow(
                Place.PLACING.path() + "/" + placement.request(),
                words.of(
                        "request.what",
                        vocabulary.value("operation", terms.operation()),
                        terms.dataset().value(),
                        terms.targetSite().value()),
                words.of("request." + status),
                tone(status),
                words.of("request.asked", words.of(placement.askedAt()), SignerNames.of(placement.requester(), words)));
    }

    private static String tone(String status) {
        return switch (status) {
            case "ACCEPTED" -> "good";
            case "PENDING", "GRANTED" -> "open";
            default -> "bad";
        };
    }
}
