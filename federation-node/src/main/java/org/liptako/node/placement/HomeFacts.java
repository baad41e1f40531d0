package org.liptako.node.placement;

import org.liptako.node.journal.event.Dataset;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** The facts that the home State is the authority for: its catalogue, its retention periods, its registers of holds and incidents. */
final class HomeFacts {
    private final Fact id;
    private final Fact home;
    private final Fact classification;
    private final Fact categories;
    private final Fact personal;
    private final Fact strategic;
    private final Fact controller;
    private final Fact sizeGb;
    private final Fact keyCustodianState;
    private final Fact keyCustodianApproved;
    private final Fact deadlinePassed;
    private final Fact retentionElapsed;
    private final Fact judicialHold;
    private final Fact incidentDeclared;
    private final Fact incidentDays;

    HomeFacts(Vocabulary vocabulary) {
        id = vocabulary.theFact("dataset.id");
        home = vocabulary.theFact("dataset.home");
        classification = vocabulary.theFact("dataset.classification");
        categories = vocabulary.theFact("dataset.categories");
        personal = vocabulary.theFact("dataset.personal");
        strategic = vocabulary.theFact("dataset.strategic");
        controller = vocabulary.theFact("dataset.controller");
        sizeGb = vocabulary.theFact("copy.size_gb");
        keyCustodianState = vocabulary.theFact("copy.key_custodian_state");
        keyCustodianApproved = vocabulary.theFact("copy.key_custodian_approved");
        deadlinePassed = vocabulary.theFact("copy.deadline_passed");
        retentionElapsed = vocabulary.theFact("retention.elapsed");
        judicialHold = vocabulary.theFact("hold.judicial");
        incidentDeclared = vocabulary.theFact("incident.declared");
        incidentDays = vocabulary.theFact("incident.days_since");
    }

    void tell(FactsBuilder facts, KnownDataset known) {
        describe(facts, known.dataset());
        // Section 1 of the policy: false if there is none.
        facts.set(deadlinePassed, known.deadlinePassed());
        known.retentionElapsed().ifPresent(elapsed -> facts.set(retentionElapsed, elapsed));
        known.held().ifPresent(held -> facts.set(judicialHold, held));
        known.incident().ifPresent(declared -> facts.set(incidentDeclared, declared));
        known.incidentDays().ifPresent(days -> facts.set(incidentDays, days));
    }

    private void describe(FactsBuilder facts, Dataset dataset) {
        facts.set(id, dataset.id().value());
        facts.set(home, dataset.home().name());
        RecordedWords.tell(facts, categories, dataset.categories());
        RecordedWords.tell(facts, classification, dataset.classification());
        RecordedWords.tell(facts, personal, dataset.personal());
        if (dataset.strategic() != null) {
            facts.set(strategic, dataset.strategic());
        }
        RecordedWords.tell(facts, controller, dataset.controller());
        if (dataset.sizeGb() != null) {
            facts.set(sizeGb, dataset.sizeGb());
        }
        if (dataset.keyCustodianState() != null) {
            facts.set(keyCustodianState, dataset.keyCustodianState().code());
        }
        if (dataset.keyCustodianApproved() != null) {
            facts.set(keyCustodianApproved, dataset.keyCustodianApproved());
        }
    }
}
