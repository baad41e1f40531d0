package org.liptako.node.cli.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Language;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;

/** One facts document in, one line of JSON out: the decision document, or what is wrong with the facts. */
final class DecisionLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FactsReader facts;
    private final PolicyEngine engine;

    DecisionLine(FactsReader facts, PolicyEngine engine) {
        this.facts = facts;
        this.engine = engine;
    }

    String of(byte[] document) {
        try {
            return switch (engine.judge(facts.read(document))) {
                case Judgement.Decided decided -> DecisionDocuments.text(decided.decision());
                case Judgement.Undecided undecided ->
                    throw CommandFailure.down(
                            "le moteur de règles ne répond pas : " + undecided.detail(),
                            "the rule engine does not answer: " + undecided.detail());
            };
        } catch (FactsException refused) {
            return json(new Rejection(new Rejection.Reason(
                    refused.fact(),
                    Language.ofTerminal()
                            .choose(refused.wording().fr(), refused.wording().en()))));
        }
    }

    private static String json(Rejection rejection) {
        try {
            return JSON.writeValueAsString(rejection);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("two strings have a JSON form", impossible);
        }
    }

    /** The document that stands in a decision's place where the facts cannot be taken. */
    private record Rejection(@JsonProperty("error") Reason error) {
        private record Reason(String fact, String message) {}
    }
}
