package org.liptako.node.placement;

import java.util.OptionalLong;
import org.liptako.node.journal.event.Site;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** The facts of the target, for which its State is the authority; the home State for a place outside the federation. */
final class HostFacts {
    private final Fact site;
    private final Fact state;
    private final Fact control;
    private final Fact ownerState;
    private final Fact remoteAdminState;
    private final Fact tier;
    private final Fact tierEvidence;
    private final Fact mutualised;
    private final Fact isolatedFor;
    private final Fact quotaLeftGb;

    HostFacts(Vocabulary vocabulary) {
        site = vocabulary.theFact("target.site");
        state = vocabulary.theFact("target.state");
        control = vocabulary.theFact("target.control");
        ownerState = vocabulary.theFact("target.owner_state");
        remoteAdminState = vocabulary.theFact("target.remote_admin_state");
        tier = vocabulary.theFact("target.tier");
        tierEvidence = vocabulary.theFact("target.tier_evidence");
        mutualised = vocabulary.theFact("target.mutualised");
        isolatedFor = vocabulary.theFact("target.isolated_for");
        quotaLeftGb = vocabulary.theFact("target.quota_left_gb");
    }

    /** @param sizeGb the size of the copy, as home tells it; empty if unknown */
    void tell(FactsBuilder facts, KnownPlace place, OptionalLong sizeGb) {
        describe(facts, place.site());
        place.roomLeftGb(sizeGb).ifPresent(left -> facts.set(quotaLeftGb, left));
    }

    private void describe(FactsBuilder facts, Site target) {
        facts.set(site, target.id().value());
        facts.set(state, target.state().code());
        RecordedWords.tell(facts, control, target.control());
        if (target.ownerState() != null) {
            facts.set(ownerState, target.ownerState().code());
        }
        if (target.remoteAdminState() != null) {
            facts.set(remoteAdminState, target.remoteAdminState().code());
        }
        if (target.tier() != null) {
            facts.set(tier, target.tier());
        }
        RecordedWords.tell(facts, tierEvidence, target.tierEvidence());
        if (target.mutualised() != null) {
            facts.set(mutualised, target.mutualised());
        }
        if (target.isolatedFor() != null) {
            facts.set(isolatedFor, target.isolatedFor().code());
        }
    }
}
