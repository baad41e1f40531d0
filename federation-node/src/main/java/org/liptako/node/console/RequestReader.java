package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.placement.PlacementState;
import org.liptako.node.placement.WordedPlacement;
import org.liptako.node.placement.WordedPlacements;

/** Reads the page of one request: how it stands and why, what each State has said, the grant. */
@Singleton
final class RequestReader {
    private final WordedPlacements placements;
    private final RequestRows requests;
    private final NodeConfig node;
    private final Clock clock;

    RequestReader(WordedPlacements placements, RequestRows requests, NodeConfig node, Clock clock) {
        this.placements = placements;
        this.requests = requests;
        this.node = node;
        this.clock = clock;
    }

    /**
     * A request as it stands.
     *
     * @param again whether the reader has just asked for it, and it was made already
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if none was made of that name
     */
    RequestPage read(Words words, RequestId id, boolean again) {
        WordedPlacement placement = placements.get(id);
        DecisionWriter decisions = new DecisionWriter(words);
        return new RequestPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                again ? words.of("request.again") : "",
                requests.row(placement, words),
                words.of(placement.withdrawn().orElse(placement.reason())),
                terms(placement.terms(), words),
                placement.decision().map(decisions::view).stream().toList(),
                placement.grant().map(grant -> grant.serial().value()).orElse(""),
                placement.grant().map(grant -> words.of(grant.expires())).orElse(""),
                placement
                        .grant()
                        .filter(grant -> placement.state() == PlacementState.ACCEPTED)
                        .filter(this::comesHere)
                        .map(grant -> TransferRows.PATH + "/" + grant.serial())
                        .orElse(""));
    }

    private boolean comesHere(AcceptedGrant grant) {
        return grant.terms().bringsACopy()
                && grant.terms().targetSite().equals(node.site())
                && grant.versionRoot().isPresent();
    }

    private List<FieldValue> terms(PlacementTerms terms, Words words) {
        TermWords vocabulary = new TermWords(placements.vocabulary(), words);
        List<FieldValue> rows = new ArrayList<>();
        rows.add(new FieldValue(words.of("dataset"), terms.dataset().value()));
        rows.add(row("operation", terms.operation(), vocabulary));
        rows.add(new FieldValue(
                words.of("place"), terms.targetSite() + words.of("and") + words.of(terms.targetState())));
        add(rows, PlacingTerm.PURPOSE, terms.purpose(), vocabulary);
        add(rows, PlacingTerm.RECIPIENT, terms.recipient(), vocabulary);
        add(rows, PlacingTerm.ENCRYPTED, terms.encrypted(), vocabulary);
        add(rows, PlacingTerm.RETURN_CLAUSE, terms.returnClause(), vocabulary);
        return rows;
    }

    private static void add(List<FieldValue> rows, PlacingTerm term, @Nullable Object said, TermWords vocabulary) {
        if (said != null) {
            rows.add(row(term.fact(), said.toString(), vocabulary));
        }
    }

    private static FieldValue row(String fact, String code, TermWords vocabulary) {
        return new FieldValue(vocabulary.label(fact), vocabulary.value(fact, code));
    }
}
