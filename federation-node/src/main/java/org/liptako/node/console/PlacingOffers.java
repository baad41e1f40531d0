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
import org.liptako.pki.name.SiteId;

/** Says whether what was weighed may be asked for by whoever reads of it, and as which request. */
@Singleton
final class PlacingOffers {
    private static final String NEXT = "placing.next.";

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
        Optional<SiteId> site = rights.allows(reader, Route.REQUEST) ? reader.site() : Optional.empty();
        return site.map(own -> offer(prospect, asked, own, words))
                .orElseGet(() -> none(prospect.isOpen() ? "operators" : prospect.toString(), List.of(), words));
    }

    /** To an operator of a data centre. */
    private Offer offer(Prospect prospect, PlacingQuestion asked, SiteId site, Words words) {
        AskedTerms terms = asked.asked(placements.vocabulary());
        NextRequest next = placements.next(site, terms);
        List<RequestRow> before =
                next.before().stream().map(made -> requests.row(made, words)).toList();
        if (next.isMade()) {
            return none("again", before, words);
        }
        if (!prospect.isOpen()) {
            return none(prospect.toString(), before, words);
        }
        return placements
                .objection(site, terms)
                .map(no -> new Offer(words.of(no), before, List.of()))
                .orElseGet(() -> new Offer(words.of(NEXT + prospect), before, fields(asked, next.name())));
    }

    private static Offer none(String next, List<RequestRow> before, Words words) {
        return new Offer(words.of(NEXT + next), before, List.of());
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
