package org.liptako.node.console;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.journal.event.Country;
import org.liptako.node.placement.TrialDesk;
import org.liptako.node.placement.TriedFacts;
import org.liptako.node.placement.WordedDecision;
import org.liptako.node.rulebook.RuleLibrary;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Countries;

/** Reads the page on which facts are made up and judged by the rules of a day. */
@Singleton
final class TrialReader {
    private static final int DIGEST_SHOWN = 12;
    private static final String HOME = "dataset.home";

    private final TrialDesk trials;
    private final RuleLibrary library;
    private final NodeConfig node;
    private final Clock clock;

    TrialReader(TrialDesk trials, RuleLibrary library, NodeConfig node, Clock clock) {
        this.trials = trials;
        this.library = library;
        this.node = node;
        this.clock = clock;
    }

    /** What a reader asked for, under its title. */
    record Shown(String title, TrialPage page) {}

    /** @throws Failure NOT_KNOWN if there is no such book */
    Shown read(String code, TrialQuery asked, Words words) {
        Bilingual name = library.name(code);
        try {
            Optional<TriedFacts> tried =
                    asked.isEmpty() ? Optional.empty() : Optional.of(trials.judge(asked.facts(), asked.wantedDay()));
            return shown(name, page(code, asked, "", tried, words), words);
        } catch (Failure refused) {
            if (refused.code() != ErrorCode.INVALID_REQUEST) {
                throw refused;
            }
            return shown(name, page(code, asked, words.of(refused.sentence()), Optional.empty(), words), words);
        }
    }

    private static Shown shown(Bilingual name, TrialPage page, Words words) {
        return new Shown(words.of("law.title.try", words.of(name)), page);
    }

    private TrialPage page(String code, TrialQuery asked, String objection, Optional<TriedFacts> tried, Words words) {
        Set<String> missing = tried.stream()
                .flatMap(judged -> judged.decision().missing().stream())
                .map(WordedDecision.MissingFact::code)
                .collect(toUnmodifiableSet());
        TrialQuery filled = asked.isEmpty() ? ofTheBook(code, asked) : asked;
        TrialFields fields = new TrialFields(trials.vocabulary(day(tried, asked)), words);
        return new TrialPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                RuleLinks.trial(code),
                RuleLinks.book(code),
                objection,
                fields.needed(filled, missing),
                fields.others(filled, missing),
                asked.day(),
                Countries.codes().stream()
                        .map(country -> new Choice(country, words.of(new Country(country)), false))
                        .toList(),
                tried.stream().map(judged -> result(judged, words)).toList());
    }

    /** Where nothing could be judged the form is of today's words. */
    private static Optional<LocalDate> day(Optional<TriedFacts> tried, TrialQuery asked) {
        return tried.flatMap(judged -> asked.wantedDay());
    }

    /** A State's book is tried on its own data first. */
    private static TrialQuery ofTheBook(String code, TrialQuery asked) {
        return State.ofCode(code)
                .map(state -> new TrialQuery(Map.of(HOME, List.of(state.name())), asked.day()))
                .orElse(asked);
    }

    private static TrialPage.Result result(TriedFacts judged, Words words) {
        WordedDecision decision = judged.decision();
        return new TrialPage.Result(
                words.of("trial.understood", words.of(judged.understood())),
                new DecisionWriter(words).view(decision),
                Stream.concat(decision.cited().stream().map(WordedDecision.Rule::id), decision.obligedBy().stream())
                        .distinct()
                        .map(article -> new RuleLink(article, RuleLinks.article(article)))
                        .toList(),
                words.of(
                        "trial.bound",
                        words.of(judged.at()),
                        judged.ruleSet().hex().substring(0, DIGEST_SHOWN)));
    }
}
