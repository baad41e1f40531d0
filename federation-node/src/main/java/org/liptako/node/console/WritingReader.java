package org.liptako.node.console;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.placement.impact.DraftDesk;
import org.liptako.node.rulebook.RuleLibrary;
import org.liptako.node.rulebook.WaitingEdition;
import org.liptako.node.rulebook.WritingDesk;
import org.liptako.node.rulebook.reading.Writing;
import org.liptako.policy.vocabulary.Bilingual;

/** Reads where the writing of a rule has come to. */
@Singleton
final class WritingReader {
    private final WritingDesk desk;
    private final RuleLibrary library;
    private final NodeConfig node;
    private final Clock clock;

    WritingReader(WritingDesk desk, RuleLibrary library, NodeConfig node, Clock clock) {
        this.desk = desk;
        this.library = library;
        this.node = node;
        this.clock = clock;
    }

    /** What a reader asked for, under its title. */
    record Shown(String title, WritingPage page) {}

    /** @throws org.liptako.node.wire.Failure NOT_KNOWN if there is no such book, TOO_MUCH for too many answers */
    Shown read(String code, List<String> answers, WritingPage.Edition edition, Words words) {
        Bilingual name = library.name(code);
        Writing writing = desk.write(code, answers);
        return new Shown(
                words.of("writing.title", words.of(name)),
                new WritingPage(
                        words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                        RuleLinks.writing(code),
                        answers.stream().map(answer -> answer + "\n").collect(joining()),
                        turns(writing, words),
                        writing instanceof Writing.Asks asks ? List.of(question(asks, words)) : List.of(),
                        writing instanceof Writing.Whole whole ? List.of(finished(whole, edition, words)) : List.of()));
    }

    /** What is said after an answer stands before the next question. The first answer is whose rule it is, which the address says. */
    private static List<WritingPage.Turn> turns(Writing writing, Words words) {
        List<WritingPage.Turn> turns = new ArrayList<>();
        List<Writing.Turn> answered = writing.turns();
        for (int i = 1; i < answered.size(); i++) {
            List<Bilingual> said = i + 1 < answered.size() ? answered.get(i + 1).before() : last(writing);
            turns.add(new WritingPage.Turn(
                    words.of(answered.get(i).question()),
                    answered.get(i).answer(),
                    said.stream().map(words::of).toList()));
        }
        return turns;
    }

    private static List<Bilingual> last(Writing writing) {
        return switch (writing) {
            case Writing.Asks asks -> asks.before();
            case Writing.Whole whole -> whole.last();
        };
    }

    private static WritingPage.Question question(Writing.Asks open, Words words) {
        return new WritingPage.Question(
                words.of(open.question()),
                open.offers().stream()
                        .map(offer -> new Choice(offer.word(), words.of(offer.meaning()), false))
                        .toList(),
                open.several() ? "checkbox" : "radio");
    }

    /** What an edition would be and do, in words. */
    static List<String> weighed(DraftDesk.Draft draft, Words words) {
        WaitingEdition.Effects effects = draft.effects();
        return List.of(
                words.of("writing.draft", Long.toString(draft.version()), words.of(draft.from())),
                words.of(
                        "signing.impact",
                        effects.copies(),
                        effects.unlawful(),
                        effects.undecided(),
                        effects.lawful(),
                        effects.toMoveGb()),
                words.of("writing.officers", draft.officers()));
    }

    private static WritingPage.Finished finished(Writing.Whole whole, WritingPage.Edition edition, Words words) {
        return new WritingPage.Finished(
                words.of("writing.rule", whole.rule(), words.of(whole.title())),
                whole.lines().stream().map(words::of).toList(),
                whole.remarks().stream().map(words::of).toList(),
                whole.path(),
                whole.text(),
                edition);
    }
}
