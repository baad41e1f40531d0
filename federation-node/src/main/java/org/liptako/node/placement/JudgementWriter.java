package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.decision.DecisionFormatException;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;

/** Writes down what this node has judged, in the form in which it is signed. */
public final class JudgementWriter {
    /**
     * Home's word.
     *
     * @param heard the digest of the host's statement that it builds on; null before the host has spoken
     */
    JudgementStatement ofHome(Question question, String requester, Own own, @Nullable Digest heard) {
        return write(question, question.parties().home(), Role.HOME, requester, own, null, heard);
    }

    /** The host's word, in answer to home's. */
    JudgementStatement ofHost(Question question, Own own, @Nullable Objection objection, Digest answered) {
        return write(question, question.parties().target(), Role.HOST, null, own, objection, answered);
    }

    private JudgementStatement write(
            Question question,
            State state,
            Role role,
            @Nullable String requester,
            Own own,
            @Nullable Objection objection,
            @Nullable Digest answers) {
        RulesInForce rules = own.rules();
        return new JudgementStatement(
                question.request(),
                state,
                role,
                question.terms(),
                question.at(),
                requester,
                tree(new FactsWriter(own.facts().vocabulary()).write(own.facts())),
                own.judgement() instanceof Judgement.Decided decided ? document(decided.decision()) : null,
                own.judgement() instanceof Judgement.Undecided undecided
                        ? undecided.failure().name()
                        : null,
                rules.engine().identity().toString(),
                rules.digest(),
                rules.jurisdictions(),
                objection,
                answers,
                JudgingMeans.of(rules.ruleSet().vocabulary()));
    }

    /** A decision document as it stands in statements and journal entries. */
    public static JsonNode document(Decision decision) {
        return tree(DecisionDocuments.text(decision));
    }

    /**
     * A decision document read from where {@link #document} put it.
     *
     * @throws DecisionFormatException if it is none
     */
    public static Decision decision(JsonNode document) {
        return DecisionDocuments.read(document.toString().getBytes(UTF_8));
    }

    private static JsonNode tree(String json) {
        return JournalJson.read(json, JsonNode.class);
    }

    /** What a node holds true and makes of it: the facts that it is the authority for, and its judgement on all that it has heard. */
    record Own(Facts facts, RulesInForce rules, Judgement judgement) {}
}
