package org.liptako.node.console;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.placement.AskedTerms;
import org.liptako.node.placement.WordedAdvice;
import org.liptako.node.placement.WordedDecision;
import org.liptako.node.placement.WordedPlacements;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Reads the page on which a placement is weighed: what the rules say of it by advice, what is missing, and whether it may be asked for. */
@Singleton
final class PlacingReader {
    private static final int MOST_REQUESTS = 10;
    private static final int DIGEST_SHOWN = 12;

    private final WordedPlacements placements;
    private final PlacingForms forms;
    private final RequestRows requests;
    private final PlacingOffers offers;
    private final NodeConfig node;
    private final Clock clock;

    PlacingReader(
            WordedPlacements placements,
            PlacingForms forms,
            RequestRows requests,
            PlacingOffers offers,
            NodeConfig node,
            Clock clock) {
        this.placements = placements;
        this.forms = forms;
        this.requests = requests;
        this.offers = offers;
        this.node = node;
        this.clock = clock;
    }

    PlacingPage read(Words words, Caller reader, PlacingQuestion asked) {
        try {
            Optional<WordedAdvice> advice = asked.isEmpty() ? Optional.empty() : Optional.of(weigh(asked));
            return page(words, asked, "", advice.stream().toList(), reader);
        } catch (Failure refused) {
            return switch (refused.code()) {
                case INVALID_REQUEST, NOT_KNOWN, OTHER_STATE_DECIDES, TOO_MUCH ->
                    page(words, asked, words.of(refused.sentence()), List.of(), reader);
                default -> throw refused;
            };
        }
    }

    /** Of this State's own datasets alone: of another's, its own node is asked, which also knows what is secret. */
    private WordedAdvice weigh(PlacingQuestion asked) {
        AskedTerms terms = asked.asked(placements.vocabulary());
        Optional<State> home = terms.dataset().home();
        if (!home.equals(Optional.of(node.state()))) {
            throw new Failure(ErrorCode.OTHER_STATE_DECIDES, Words.sentence("placing.not.ours"));
        }
        return placements.check(terms);
    }

    private PlacingPage page(
            Words words, PlacingQuestion asked, String objection, List<WordedAdvice> advice, Caller reader) {
        Set<String> missing = advice.stream()
                .flatMap(given -> given.decision().missing().stream())
                .map(WordedDecision.MissingFact::code)
                .collect(toUnmodifiableSet());
        return new PlacingPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                forms.form(asked, missing, words),
                objection,
                advice.stream()
                        .map(given -> advice(given, asked, words, reader))
                        .toList(),
                placements.newest(MOST_REQUESTS).stream()
                        .map(placement -> requests.row(placement, words))
                        .toList());
    }

    private PlacingAdvice advice(WordedAdvice advice, PlacingQuestion asked, Words words, Caller reader) {
        PlacingOffers.Offer offer = offers.offer(Prospect.of(advice), asked, reader, words);
        return new PlacingAdvice(
                new DecisionWriter(words).view(advice.decision()),
                advice.obstacle().map(words::of).orElse(""),
                words.of(
                        "placing.bound",
                        words.of(advice.at()),
                        advice.ruleSet().hex().substring(0, DIGEST_SHOWN)),
                offer.next(),
                offer.before(),
                offer.fields());
    }
}
