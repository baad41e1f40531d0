package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.RuleSetInForce;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.PeerRuleSet;

class RuleSetMessagesTest {
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    private final RuleSet samples = new RulesDirectory(Path.of("src/main/samples/rules")).load();
    private final RulesInForce rules = new RulesInForce(samples, new CompiledEngine(samples), Map.of());

    @Test
    void saysWhichRulesLeaveForceNextAndWhenByTheirOwnLaw() {
        GetRuleSetResponse answer = standing(rules.jurisdictions());

        assertThat(answer.getJurisdictions(0).getLeaving().getRulesList()).containsExactly("ML-RAPATRIER-1");
        assertThat(answer.getJurisdictions(0).getLeaving().getAt()).isEqualTo("2027-08-01T00:00:00Z");
        assertThat(answer.getJurisdictions(2).getLeaving().getAt())
                .as("August begins an hour earlier in Niamey")
                .isEqualTo("2027-07-31T23:00:00Z");
        assertThat(answer.getJurisdictions(3).hasLeaving()).isFalse();
        assertThat(answer.getSigned()).isFalse();
    }

    @Test
    void saysWhetherTheOtherStatesJudgeByTheSame() {
        SortedMap<String, Digest> others = rules.jurisdictions();
        others.put("AES", Digest.over(new byte[] {7}));

        assertThat(standing(rules.jurisdictions()).getPeersList())
                .extracting(PeerRuleSet::getState, PeerRuleSet::getDifferingList)
                .containsExactly(tuple("BF", List.of()), tuple("NE", List.of()));
        assertThat(standing(others).getPeers(0).getDifferingList()).containsExactly("AES");
        assertThat(standing(others).getPeers(1).getRuleSet())
                .as("Niger's journal")
                .isEmpty();
    }

    /** As Mali says it, of whom Burkina Faso has journaled these rules and Niger none. */
    private GetRuleSetResponse standing(SortedMap<String, Digest> burkinas) {
        RuleSetInForce said = new RuleSetInForce(DECEMBER, rules.digest(), burkinas, "embedded");
        PeerRules peers = new PeerRules(State.ML, state -> state == State.BF ? Optional.of(said) : Optional.empty());
        return new RuleSetMessages(new UnsignedRules(), peers, () -> List.of(Vocabulary.standard()))
                .of(rules, DECEMBER);
    }
}
