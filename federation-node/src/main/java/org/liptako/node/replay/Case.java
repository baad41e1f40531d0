package org.liptako.node.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.placement.JudgementStatement;
import org.liptako.node.placement.JudgementWriter;
import org.liptako.node.placement.Parties;
import org.liptako.node.placement.PeerJudgementReader;
import org.liptako.node.placement.PlacementFacts;
import org.liptako.node.placement.RefusedStatementException;
import org.liptako.policy.decision.DecisionFormatException;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.RuleSet;

/**
 * What the States had before them when they judged. Where the host's word counts, both judged under one rule set: other rules are no ground of a decision.
 *
 * @param home what home's statement was made on; {@code host} the same for the host's, where the decision rests on it
 */
record Case(Parties parties, RuleSet rules, Side home, Optional<Side> host) {
    /** One State's part: what it said, and all the facts that it judged on. */
    record Side(Said said, Facts facts) {}

    /**
     * Puts a case together from its record.
     *
     * @throws RefusedStatementException if a statement speaks of what its State has no say in
     */
    static Case of(Said home, @Nullable Said host, RuleSet rules) {
        JudgementStatement content = home.content();
        Parties parties = Parties.of(content.state(), content.terms().targetState());
        PlacementFacts words = PlacementFacts.in(rules.vocabulary());
        Facts homes = facts(home, parties, rules);
        Facts hosts = host == null ? null : facts(host, parties, rules);
        Facts joint = words.joint(content.terms(), parties, homes, hosts);
        // Home's first word is on its own facts, its last on both States'.
        Facts heard = content.answers() == null ? words.joint(content.terms(), parties, homes, null) : joint;
        return new Case(
                parties, rules, new Side(home, heard), Optional.ofNullable(host).map(said -> new Side(said, joint)));
    }

    /** The facts that the decision as a whole was made on. */
    Facts facts() {
        return host.orElse(home).facts();
    }

    /** The facts that a finding was made on: each State judged on what it had heard, and the AES's finding may be of either. */
    Facts facts(Finding finding) {
        return switch (finding.role()) {
            case HOME -> home.facts();
            case HOST -> facts();
            case REGION -> isHomes(finding) ? home.facts() : facts();
        };
    }

    private boolean isHomes(Finding finding) {
        JsonNode said = home.said().content().decision();
        try {
            return said != null && JudgementWriter.decision(said).findings().contains(finding);
        } catch (DecisionFormatException malformed) {
            return false;
        }
    }

    private static Facts facts(Said said, Parties parties, RuleSet rules) {
        JudgementStatement content = said.content();
        return new PeerJudgementReader(rules.vocabulary())
                .read(content, content.state(), parties)
                .facts();
    }
}
