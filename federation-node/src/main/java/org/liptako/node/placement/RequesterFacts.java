package org.liptako.node.placement;

import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * The facts that the requester is the authority for, as bound by the terms; and with them which dataset and which place the request is about, without
 * which nobody could be asked.
 */
final class RequesterFacts {
    private final Fact operation;
    private final Fact purpose;
    private final Fact recipient;
    private final Fact encrypted;
    private final Fact returnClause;
    private final Fact targetSite;
    private final Fact targetState;

    RequesterFacts(Vocabulary vocabulary) {
        operation = vocabulary.theFact("operation");
        purpose = vocabulary.theFact("purpose");
        recipient = vocabulary.theFact("recipient");
        encrypted = vocabulary.theFact("copy.encrypted");
        returnClause = vocabulary.theFact("copy.return_clause");
        targetSite = vocabulary.theFact("target.site");
        targetState = vocabulary.theFact("target.state");
    }

    void tell(FactsBuilder facts, PlacementTerms terms) {
        facts.set(operation, terms.operation());
        if (terms.purpose() != null) {
            facts.set(purpose, terms.purpose());
        }
        if (terms.recipient() != null) {
            facts.set(recipient, terms.recipient());
        }
        if (terms.encrypted() != null) {
            facts.set(encrypted, terms.encrypted());
        }
        if (terms.returnClause() != null) {
            facts.set(returnClause, terms.returnClause());
        }
        facts.set(targetSite, terms.targetSite().value());
        facts.set(targetState, terms.targetState().code());
    }
}
