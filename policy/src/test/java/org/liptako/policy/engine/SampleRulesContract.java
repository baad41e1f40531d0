package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Vocabulary;

/** What the sample rules say of the cases that the demonstration tells, whatever the engine. */
public abstract class SampleRulesContract {

    protected abstract PolicyEngine engine(RuleSet rules);

    @Test
    void theStrategicCivilRegistryStaysInMali() {
        Decision decision = judge("REPLICATE", """
                'dataset': {'id': 'ML-DS-001', 'home': 'ML', 'classification': 'RESTRICTED', 'categories': ['CIVIL_STATUS'],
                            'personal': 'PERSONAL', 'strategic': true, 'controller': 'PUBLIC_BODY'},
                'target': {'site': 'BF-OUA-1', 'state': 'BF', 'control': 'STATE_OPERATED', 'owner_state': 'BF',
                           'remote_admin_state': 'BF', 'mutualised': false},
                'copy': {'encrypted': true, 'return_clause': true}, 'authorisation': {'APDP': 'GRANTED', 'CIL': 'GRANTED'},
                'incident': {'declared': false}""");

        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(decision.findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.DENY, Verdict.PERMIT, Verdict.PERMIT);
        assertThat(decision.findings().getFirst().rules()).containsExactly("ML-SOL-2");
    }

    @Test
    void aggregatedHealthDataMayGoToOuagadougouEncryptedAndToBeReturned() {
        Decision decision = judge("REPLICATE", """
                'dataset': {'id': 'ML-DS-008', 'home': 'ML', 'classification': 'INTERNAL', 'categories': ['HEALTH'],
                            'personal': 'NONE', 'strategic': false, 'controller': 'PUBLIC_BODY'},
                'target': {'site': 'BF-OUA-1', 'state': 'BF', 'control': 'STATE_OPERATED', 'owner_state': 'BF',
                           'remote_admin_state': 'BF', 'mutualised': false},
                'copy': {'encrypted': true, 'return_clause': true}, 'incident': {'declared': false}""");

        assertThat(decision.verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(decision.findings())
                .extracting(Finding::rules)
                .containsExactly(List.of("ML-COPIE-1"), List.of("BF-COPIE-1"), List.of());
        assertThat(decision.obligations())
                .containsExactly(
                        new Obligation("AES-2", "chiffrer_avant_l_envoi"),
                        new Obligation("BF-COPIE-1", "aviser_les_deux_autorites"),
                        new Obligation("BF-COPIE-1", "journaliser_les_deux_decisions"),
                        new Obligation("ML-COPIE-1", "aviser_les_deux_autorites"),
                        new Obligation("ML-COPIE-1", "journaliser_les_deux_decisions"));
        assertThat(decision.validUntil()).hasToString("2027-08-01T00:00:00Z");
    }

    @Test
    void aHostInFranceIsRefused() {
        Decision decision = judge("REPLICATE", """
                'dataset': {'home': 'ML', 'classification': 'INTERNAL', 'categories': ['HEALTH'],
                            'personal': 'NONE', 'strategic': false, 'controller': 'PUBLIC_BODY'},
                'target': {'site': 'XX-EU-1', 'state': 'FR', 'control': 'FOREIGN_OPERATED', 'owner_state': 'FR',
                           'remote_admin_state': 'FR', 'mutualised': false},
                'copy': {'encrypted': true, 'return_clause': true}, 'incident': {'declared': false}""");

        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(decision.findings().getFirst().rules()).containsExactly("ML-CLOUD-1");
    }

    @Test
    void anErasureThatIsDueUnderAJudicialHoldIsAConflict() {
        Decision decision = judge("ERASE", """
                'dataset': {'home': 'ML', 'categories': ['JUSTICE']}, 'target': {'state': 'ML'},
                'retention': {'elapsed': true}, 'hold': {'judicial': true}""");

        assertThat(decision.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(decision.findings().getFirst().rules()).containsExactly("ML-FIN-3");
        assertThat(decision.obligedBy()).containsExactly("ML-FIN-1");
    }

    @Test
    void personalDataOfNigerWaitForWhatItsAuthoritySaid() {
        Decision decision = judge("REPLICATE", """
                'dataset': {'home': 'NE', 'classification': 'INTERNAL', 'categories': ['EDUCATION'],
                            'personal': 'PERSONAL', 'strategic': false, 'controller': 'PUBLIC_BODY'},
                'target': {'site': 'BF-OUA-1', 'state': 'BF', 'control': 'STATE_OPERATED', 'owner_state': 'BF',
                           'remote_admin_state': 'BF', 'mutualised': false},
                'copy': {'encrypted': true, 'return_clause': true}, 'authorisation': {'CIL': 'GRANTED'},
                'incident': {'declared': false}""");

        assertThat(decision.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(decision.missing()).containsExactly("authorisation.HAPDP");
        assertThat(decision.findings().getFirst().rules()).containsExactly("NE-COPIE-1");
    }

    private Decision judge(String operation, String groups) {
        Facts facts =
                Documents.facts("{'at': '2026-07-01T00:00:00Z', 'operation': '%s', %s}".formatted(operation, groups));
        return switch (engine(samples()).judge(facts)) {
            case Judgement.Decided decided -> decided.decision();
            case Judgement.Undecided undecided -> throw new AssertionError(undecided.toString());
        };
    }

    /** The sample rules. */
    public static RuleSet samples() {
        return switch (new RuleLoader(Vocabulary.standard()).load(Path.of("src/test/resources/rules"))) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
    }
}
