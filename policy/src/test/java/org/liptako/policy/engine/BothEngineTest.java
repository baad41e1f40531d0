package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Judgement.Decided;
import org.liptako.policy.engine.Judgement.Failure;
import org.liptako.policy.engine.Judgement.Undecided;

class BothEngineTest {
    private static final Decision PERMIT =
            new Decision(Verdict.PERMIT, List.of(), List.of(), List.of(), List.of(), null);
    private static final Decision DENY = new Decision(Verdict.DENY, List.of(), List.of(), List.of(), List.of(), null);

    private final List<String> alarms = new ArrayList<>();

    @Test
    void permitsWhereBothPermit() {
        Judgement judgement = judge(decided("a", PERMIT), decided("b", PERMIT));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(judgement.engine()).hasToString("both/a/1+b/1");
        assertThat(judgement.ruleSetDigest()).isEqualTo("d");
        assertThat(alarms).isEmpty();
    }

    @Test
    void aDisagreementPermitsNothingAndRaisesTheAlarm() {
        for (Judgement judgement : List.of(
                judge(decided("a", PERMIT), decided("b", DENY)), judge(decided("a", DENY), decided("b", PERMIT)))) {
            assertThat(judgement)
                    .isInstanceOfSatisfying(
                            Undecided.class,
                            undecided -> assertThat(undecided.failure()).isEqualTo(Failure.ENGINES_DISAGREE));
            assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
        }
        assertThat(alarms).hasSize(2);
    }

    @Test
    void silenceOfEitherIsSilence() {
        Undecided silent = new Undecided("d", new EngineIdentity("s", "1"), Failure.ENGINE_UNAVAILABLE, "gone");
        for (Judgement judgement : List.of(judge(silent, decided("b", PERMIT)), judge(decided("a", PERMIT), silent))) {
            assertThat(judgement)
                    .isInstanceOfSatisfying(
                            Undecided.class,
                            undecided -> assertThat(undecided.failure()).isEqualTo(Failure.ENGINE_UNAVAILABLE));
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void refusesEnginesOfDifferentRules() {
        PolicyEngine one = new FixedEngine(new Decided("d", new EngineIdentity("a", "1"), PERMIT));
        PolicyEngine other = new FixedEngine(new Decided("e", new EngineIdentity("b", "1"), PERMIT));

        assertThatThrownBy(() -> new BothEngine(one, other, (facts, first, second) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule set d");
    }

    @Test
    void saysWhatItIsAndWaitsForTheSlowerEngine() {
        PolicyEngine both = new BothEngine(
                new FixedEngine(decided("a", PERMIT)),
                new FixedEngine(decided("b", PERMIT)),
                (facts, one, other) -> {});

        assertThat(both.identity()).isEqualTo(new EngineIdentity("both", "a/1+b/1"));
        assertThat(both.ruleSetDigest()).isEqualTo("d");
        assertThat(both.judgesAtOnce()).isFalse();
        assertThat(both.judgeAll(List.of(Documents.toBurkina(""), Documents.toBurkina(""))))
                .containsExactly(
                        judge(decided("a", PERMIT), decided("b", PERMIT)),
                        judge(decided("a", PERMIT), decided("b", PERMIT)));
    }

    private Judgement judge(Judgement one, Judgement other) {
        return new BothEngine(
                        new FixedEngine(one),
                        new FixedEngine(other),
                        (facts, first, second) -> alarms.add(first.engine() + " " + second.engine()))
                .judge(Documents.toBurkina(""));
    }

    private static Judgement decided(String engine, Decision decision) {
        return new Decided("d", new EngineIdentity(engine, "1"), decision);
    }
}
