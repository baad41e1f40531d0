package org.liptako.node.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.node.rulebook.reading.Writing;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.analysis.RuleSetAnalysis;
import org.liptako.policy.explain.Explanation;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.writing.AnswersEndedException;
import org.liptako.policy.writing.Desk;
import org.liptako.policy.writing.Destination;
import org.liptako.policy.writing.Interview;
import org.liptako.policy.writing.RuleDraft;
import org.liptako.policy.writing.WrittenAnswers;

/** Has a rule written beside those in force, one question a visit, by the interview of {@code liptako rules new}. Nothing is kept here. Thread-safe. */
public final class WritingDesk {
    /** More than any rule has clauses. */
    private static final int MOST_ANSWERS = 400;

    private final RuleSets ruleSets;
    private final LoadedRules loaded;
    private final Clock clock;

    WritingDesk(RuleSets ruleSets, LoadedRules loaded, Clock clock) {
        this.ruleSets = ruleSets;
        this.loaded = loaded;
        this.clock = clock;
    }

    /**
     * Where the writing has come to with these answers.
     *
     * @param code whose rule: ML, BF, NE or AES
     * @throws Failure NOT_KNOWN if there is no such book, TOO_MUCH beyond 400 answers
     */
    public Writing write(String code, List<String> answers) {
        return interview(code, answers).writing();
    }

    /**
     * The book with the rule that these answers write.
     *
     * @throws Failure as {@link #write}, or INVALID_REQUEST if a question is still open
     */
    public WrittenRules written(String code, List<String> answers) {
        return new WrittenRules(
                BookNames.jurisdiction(code),
                interview(code, answers)
                        .files()
                        .orElseThrow(() -> Failure.of(
                                ErrorCode.INVALID_REQUEST,
                                "La règle n'est pas achevée : répondez aux questions jusqu'à la dernière.",
                                "The rule is not finished: answer the questions to the last.")));
    }

    /** @param files the book's with the rule; empty before the last answer */
    private record Come(Writing writing, Optional<List<SourceFile>> files) {}

    private Come interview(String code, List<String> answers) {
        Jurisdiction whose = BookNames.jurisdiction(code);
        if (answers.size() > MOST_ANSWERS) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Plus de " + MOST_ANSWERS + " réponses pour une règle : écrivez-en plusieurs.",
                    "More than " + MOST_ANSWERS + " answers for one rule: write several.");
        }
        RulesInForce inForce = ruleSets.inForce();
        List<SourceFile> files = inForce.files(whose).stream()
                .map(file -> new SourceFile(file.path(), file.bytes()))
                .toList();
        Desk desk = desk(files, inForce);
        WrittenAnswers dialogue = new WrittenAnswers(
                Stream.concat(Stream.of(whose.name()), answers.stream()).toList());
        try {
            Interview interview = new Interview(desk, dialogue);
            RuleDraft draft = interview.ask();
            Explanation understood = interview.understood(draft);
            return whole(draft, understood, desk, dialogue, whose, files, inForce);
        } catch (AnswersEndedException ended) {
            return new Come(Writing.Asks.of(dialogue), Optional.empty());
        }
    }

    private Come whole(
            RuleDraft draft,
            Explanation understood,
            Desk desk,
            WrittenAnswers dialogue,
            Jurisdiction whose,
            List<SourceFile> files,
            RulesInForce inForce) {
        Destination destination = Destination.of(draft, desk, Optional.empty())
                .orElseThrow(() -> new IllegalStateException("a rule that loads can be put into a file of its own"));
        List<SourceFile> written = with(destination, files);
        RuleSet proposed = new RuleProposal(Set.of(whose), written).over(inForce, loaded);
        List<Bilingual> remarks = RuleSetAnalysis.at(proposed, clock.instant()).stream()
                .filter(remark -> remark.rules().contains(draft.id()))
                .map(remark -> remark.sentence())
                .toList();
        return new Come(
                Writing.Whole.of(dialogue, understood, remarks, destination.path(), destination.text()),
                Optional.of(written));
    }

    private static List<SourceFile> with(Destination destination, List<SourceFile> files) {
        List<SourceFile> changed = new ArrayList<>();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        for (SourceFile file : files) {
            if (file.path().equals(destination.path())) {
                written.writeBytes(file.bytes());
            } else {
                changed.add(file);
            }
        }
        written.writeBytes(destination.text().getBytes(UTF_8));
        changed.add(new SourceFile(destination.path(), written.toByteArray()));
        return changed;
    }

    private static Desk desk(List<SourceFile> files, RulesInForce inForce) {
        return switch (Desk.of(files, inForce.ruleSet().vocabulary())) {
            case Desk.Opening.Open open -> open.desk();
            case Desk.Opening.Refused refused ->
                throw new IllegalStateException(
                        "Rules in force do not load: " + refused.errors().getFirst());
        };
    }
}
