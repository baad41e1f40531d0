package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.placement.AskedTerms;
import org.liptako.node.placement.NextRequest;
import org.liptako.node.placement.WordedPlacements;

/** Says whether what was weighed may be asked for by whoever reads of it, and as which request. */
@Singleton
final class PlacingOffers {
    private final WordedPlacements placements;
    private final RequestRows requests;
    private final PageRights rights;

    PlacingOffers(WordedPlacements placements, RequestRows requests, PageRights rights) {
        this.placements = placements;
        this.requests = requests;
        this.rights = rights;
    }

    /**
     * What comes of it.
     *
     * @param next what the reader can do now
     * @param before the last request that was made for the same; at most one
     * @param fields what the form sends along; empty if there is none
     */
    record Offer(String next, List<RequestRow> before, List<FieldValue> fields) {}

    Offer offer(Prospect prospect, PlacingQuestion asked, Caller reader, Words words) {
        AskedTerms terms = asked.asked(placements.vocabulary());
        Optional<NextRequest> next =
                rights.allows(reader, Route.REQUEST) ? reader.site().map(site -> placements.next(site, terms)) : Optional.empty();
        List<RequestRow> before = next.flatMap(NextRequest::before).stream()
                .map(made -> requests.row(made, words))
                .toList();
        if (next.isPresent() && next.get().isMade()) {
            return new Offer(words.of("placing.next.again"), before, List.of());
        }
        if (!prospect.isOpen()) {
            return new Offer(words.of("placing.next." + prospect), before, List.of());
        }
        return next.map(request -> new Offer(words.of("placing.next." + prospect), before, fields(asked, request.name())))
                .orElseGet(() -> new Offer(words.of("placing.next.operators"), before, List.of()));
    }

    /** The name of the request follows from what is asked: however often its form is loaded and sent, it is one request. */
    private static List<FieldValue> fields(PlacingQuestion asked, RequestId name) {
        List<FieldValue> fields = new ArrayList<>();
        fields.add(new FieldValue(PlacingQuestion.REQUEST, name.value()));
        fields.add(new FieldValue(PlacingQuestion.DATASET, asked.dataset()));
        fields.add(new FieldValue(PlacingQuestion.OPERATION, asked.operation()));
        fields.add(new FieldValue(PlacingQuestion.TARGET, asked.target()));
        Stream.of(PlacingTerm.values()).forEach(term -> fields.add(new FieldValue(term.field(), asked.said(term))));
        return fields;
    }
}
