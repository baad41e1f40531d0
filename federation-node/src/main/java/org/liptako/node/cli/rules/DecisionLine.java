package org.liptako.node.cli.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Language;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;

/** One facts document in, one line of JSON out: the decision document, or what is wrong with the facts. Several documents are judged together. */
final class DecisionLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FactsReader facts;
    private final PolicyEngine engine;

    DecisionLine(FactsReader facts, PolicyEngine engine) {
        this.facts = facts;
        this.engine = engine;
    }

    /** The lines for some documents, in their order; that the engine has no answer to one is thrown when its line is asked for. */
    List<Supplier<String>> of(List<byte[]> documents) {
        List<Question> questions = documents.stream().map(this::read).toList();
        List<Facts> good = questions.stream()
                .filter(Question.Good.class::isInstance)
                .map(question -> ((Question.Good) question).facts())
                .toList();
        Iterator<Judgement> judgements = engine.judgeAll(good).iterator();
        List<Supplier<String>> lines = new ArrayList<>();
        for (Question question : questions) {
            lines.add(
                    switch (question) {
                        case Question.Good asked -> line(judgements.next());
                        case Question.Bad refused -> () -> rejection(refused.reason());
                    });
        }
        return lines;
    }

    private sealed interface Question {
        record Good(Facts facts) implements Question {}

        record Bad(FactsException reason) implements Question {}
    }

    private Question read(byte[] document) {
        try {
            return new Question.Good(facts.read(document));
        } catch (FactsException refused) {
            return new Question.Bad(refused);
        }
    }

    private static Supplier<String> line(Judgement judgement) {
        return () -> switch (judgement) {
            case Judgement.Decided decided -> DecisionDocuments.text(decided.decision());
            case Judgement.Undecided undecided ->
                throw CommandFailure.down(
                        "le moteur de règles ne répond pas : " + undecided.detail(),
                        "the rule engine does not answer: " + undecided.detail());
        };
    }

    private static String rejection(FactsException refused) {
        Rejection.Reason reason = new Rejection.Reason(
                refused.fact(),
                Language.ofTerminal()
                        .choose(refused.wording().fr(), refused.wording().en()));
        try {
            return JSON.writeValueAsString(new Rejection(reason));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("two strings have a JSON form", impossible);
        }
    }

    /** The document that stands in a decision's place where the facts cannot be taken. */
    private record Rejection(@JsonProperty("error") Reason error) {
        private record Reason(String fact, String message) {}
    }
}
