package org.liptako.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.liptako.policy.rules.Jurisdiction;

/** Section 5: home's and host's judgements made one. */
class MergeTest {
    private static final Instant SOON = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2028-01-01T00:00:00Z");

    @Test
    void permitsWhereBothPermitAndUnitesWhatIsOwed() {
        Decision home = home(Reason.PERMITTED, free(), SOON, owed("AES-2", "a"), owed("ML-1", "c"), owed("ML-1", "b"));
        Decision host = host(Reason.PERMITTED, free(), LATE, owed("AES-2", "a"), owed("BF-1", "b"));

        Decision merged = Merge.of(home, host);

        assertThat(merged.verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(merged.findings()).extracting(Finding::role).containsExactly(Role.HOME, Role.HOST, Role.REGION);
        assertThat(merged.obligations())
                .containsExactly(owed("AES-2", "a"), owed("BF-1", "b"), owed("ML-1", "c"), owed("ML-1", "b"));
        assertThat(merged.validUntil()).isEqualTo(SOON);
    }

    @Test
    void takesTheWorseOfTheRegionsFindings() {
        Finding banned = region(Reason.PROHIBITED, List.of("AES-1"), List.of());
        Decision merged = Merge.of(home(Reason.PERMITTED, free(), null), host(Reason.PERMITTED, banned, null));

        assertThat(merged.verdict()).isEqualTo(Verdict.DENY);
        assertThat(merged.findings().getLast()).isEqualTo(banned);
        assertThat(Merge.of(home(Reason.PERMITTED, banned, null), host(Reason.PERMITTED, free(), null))
                        .findings()
                        .getLast())
                .isEqualTo(banned);
    }

    @Test
    void citesBothWhereBothRegionsFindingsAreEquallyBad() {
        Finding one = region(Reason.MISSING_FACTS, List.of("AES-2"), List.of("copy.encrypted"));
        Finding other = region(Reason.MISSING_FACTS, List.of("AES-1"), List.of("dataset.classification"));

        Decision merged = Merge.of(home(Reason.PERMITTED, one, null), host(Reason.PERMITTED, other, null));

        assertThat(merged.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(merged.findings().getLast().rules()).containsExactly("AES-1", "AES-2");
        assertThat(merged.missing()).containsExactly("copy.encrypted", "dataset.classification");
    }

    @Test
    void aRefusalOfOneIsARefusalOfBothAndOwesNothing() {
        Decision home = home(Reason.PERMITTED, free(), null, owed("ML-1", "a"));
        Decision host = host(Reason.NO_PERMISSION, free(), SOON);

        Decision merged = Merge.of(home, host);

        assertThat(merged.verdict()).isEqualTo(Verdict.DENY);
        assertThat(merged.obligations()).isEmpty();
        assertThat(merged.validUntil()).isEqualTo(SOON);
    }

    @Test
    void whatOneStateDemandsAndTheOtherRefusesIsAConflict() {
        Decision home = Decision.over(
                List.of(state(Jurisdiction.ML, Role.HOME, Reason.PERMITTED), free()), List.of(), List.of("ML-O"), null);

        Decision merged = Merge.of(home, host(Reason.PROHIBITED, free(), null));

        assertThat(merged.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(merged.obligedBy()).containsExactly("ML-O");
    }

    @Test
    void neverPermitsWhereOneLackedANeededFact() {
        Decision merged = Merge.of(Decision.needing(List.of("operation")), host(Reason.PERMITTED, free(), LATE));

        assertThat(merged).isEqualTo(Decision.needing(List.of("operation")));
    }

    @Test
    void refusesADecisionInOtherRoles() {
        Decision host = host(Reason.PERMITTED, free(), null);

        assertThatThrownBy(() -> Merge.of(host, host))
                .isInstanceOf(DecisionFormatException.class)
                .hasMessageContaining("HOME and REGION");
    }

    private static Decision home(Reason reason, Finding region, @Nullable Instant until, Obligation... obligations) {
        return Decision.over(
                List.of(state(Jurisdiction.ML, Role.HOME, reason), region), List.of(obligations), List.of(), until);
    }

    private static Decision host(Reason reason, Finding region, @Nullable Instant until, Obligation... obligations) {
        return Decision.over(
                List.of(state(Jurisdiction.BF, Role.HOST, reason), region), List.of(obligations), List.of(), until);
    }

    private static Finding state(Jurisdiction jurisdiction, Role role, Reason reason) {
        return Finding.of(jurisdiction, role, reason, List.of(), List.of(), List.of());
    }

    private static Finding free() {
        return region(Reason.NO_OBJECTION, List.of(), List.of());
    }

    private static Finding region(Reason reason, List<String> rules, List<String> missing) {
        return Finding.of(Jurisdiction.AES, Role.REGION, reason, rules, List.of(), missing);
    }

    private static Obligation owed(String rule, String code) {
        return new Obligation(rule, code);
    }
}
