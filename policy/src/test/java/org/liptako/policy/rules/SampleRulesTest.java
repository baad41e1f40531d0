package org.liptako.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.liptako.policy.vocabulary.Vocabulary;

class SampleRulesTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    @Test
    void loadsTheSampleRulesOfTheFourJurisdictions() {
        RuleSet ruleSet = samples();

        assertThat(ruleSet.of(Jurisdiction.AES).rules()).extracting(Rule::id).containsExactly("AES-1", "AES-2");
        assertThat(ruleSet.rules()).hasSize(67);
        assertThat(ruleSet.of(Jurisdiction.BF).files())
                .extracting(RuleFile::path)
                .containsExactly("bf.yaml");
        assertThat(ruleSet.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void readsARuleWhole() {
        Rule rule = samples().rule("NE-COPIE-1").orElseThrow();

        assertThat(rule.effect()).isEqualTo(Effect.AUTORISER);
        assertThat(rule.capacity()).isEqualTo(Capacity.TOUS);
        assertThat(rule.periods())
                .extracting(ForcePeriod::start, ForcePeriod::end)
                .containsExactly(tuple(Instant.parse("2026-02-28T23:00:00Z"), Instant.parse("2028-02-29T23:00:00Z")));
        assertThat(rule.scope().parts()).hasSize(3);
        assertThat(rule.condition()).isInstanceOf(Condition.All.class);
        assertThat(rule.obligations()).containsExactly("aviser_les_deux_autorites", "journaliser_les_deux_decisions");
        assertThat(rule.spaces()).containsExactly(VOCABULARY.spaceInRules("AES").orElseThrow());
        assertThat(rule.facts().map(Object::toString)).contains("authorisation.HAPDP", "copy.return_clause");
    }

    static RuleSet samples() {
        LoadResult result = new RuleLoader(VOCABULARY).load(Path.of("src/test/resources/rules"));
        assertThat(result).isInstanceOf(LoadResult.Loaded.class);
        return ((LoadResult.Loaded) result).ruleSet();
    }
}
