package org.liptako.node.placement;

import java.util.List;
import java.util.Set;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.EngineIdentity;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.RuleSet;

/** An engine that was tampered with: it permits whatever the rules say. */
final class LenientEngine implements PolicyEngine {
    private final CompiledEngine honest;

    LenientEngine(RuleSet rules) {
        this.honest = new CompiledEngine(rules);
    }

    @Override
    public Judgement judge(Facts facts, Set<Role> roles) {
        Judgement.Decided said = (Judgement.Decided) honest.judge(facts, roles);
        List<Finding> findings = said.decision().findings().stream()
                .map(LenientEngine::permitted)
                .toList();
        return new Judgement.Decided(
                said.ruleSetDigest(),
                said.engine(),
                Decision.over(findings, List.of(), List.of(), said.decision().validUntil()));
    }

    private static Finding permitted(Finding finding) {
        Reason reason = finding.role() == Role.REGION ? Reason.NO_OBJECTION : Reason.PERMITTED;
        return Finding.of(finding.jurisdiction(), finding.role(), reason, List.of(), List.of(), List.of());
    }

    @Override
    public String ruleSetDigest() {
        return honest.ruleSetDigest();
    }

    @Override
    public EngineIdentity identity() {
        return honest.identity();
    }
}
