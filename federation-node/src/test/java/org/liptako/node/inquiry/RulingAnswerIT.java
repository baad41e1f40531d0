package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.inquiry.TrialRegistry.operator;
import static org.liptako.node.inquiry.TrialRegistry.regulator;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.RULES;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** What was ruled, what must be gone by when, and under which lifted ban. */
class RulingAnswerIT extends InquiryTrial {
    @Test
    void rulingsAreToldLatestFirstWithRulesAndReasonAndRefusalsAmongThem() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.ML, RegistryFixture.granted(hour(2), "REPLICATE"));
        mali.say(State.ML, refused(3));

        Answer rulings = ask(Question.RULINGS, Map.of(Blank.DATASET, "ML-DS-008"));
        assertThat(rulings.page().rows())
                .extracting(
                        row -> value(row, Column.RULING),
                        row -> value(row, Column.REASON),
                        row -> value(row, Column.RULE_SET),
                        row -> row.cell(Column.WORDS).in(true))
                .containsExactly(
                        tuple("REFUSAL", "DENIED", RULES.hex(), "Refusé."), tuple("GRANT", "", RULES.hex(), ""));

        assertThat(ask(Question.REFUSALS, Map.of(Blank.SINCE, hour(2).toString(), Blank.UNTIL, hour(4).toString()))
                        .page()
                        .rows())
                .hasSize(1);
        assertThat(ask(Question.REFUSALS, Map.of(Blank.SINCE, hour(4).toString(), Blank.UNTIL, hour(5).toString()))
                        .page()
                        .rows())
                .isEmpty();
    }

    @Test
    void decisionsAreForTheOwnStateAndForRegulators() {
        Map<Blank, String> blanks = Map.of(Blank.SINCE, hour(2).toString(), Blank.UNTIL, hour(4).toString());

        assertThat(mali.ask(operator("ML-BKO-1"), Question.REFUSALS, blanks)
                        .page()
                        .rows())
                .isEmpty();
        assertThat(mali.ask(regulator(State.NE), Question.REFUSALS, blanks)
                        .page()
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> mali.ask(operator("BF-OUA-1"), Question.REFUSALS, blanks))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("STATE_NOT_ENTITLED");
    }

    @Test
    void aCopyUnderADerogationIsToldWithTheBanThatWasLifted() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.ML, RegistryFixture.grantedByDerogation(hour(2)));
        assertThat(ask(Question.DEROGATIONS, Map.of(Blank.STATE, "ML")).page().rows())
                .as("nothing lies there yet")
                .isEmpty();

        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));

        assertThat(ask(Question.DEROGATIONS, Map.of(Blank.STATE, "ML")).page().rows())
                .extracting(row -> value(row, Column.SITE), row -> value(row, Column.DEROGATIONS))
                .containsExactly(tuple("BF-OUA-1", "ML-SANTE-1 ← ML-SANTE-2"));
    }

    @Test
    void aCopyIsOverdueOnceItsDayIsPastAndAsLongAsItIsThere() {
        healthIsSealedInOuagadougou();
        mali.say(
                State.ML,
                new CopyJudged(
                        hour(5),
                        HEALTH,
                        OUAGADOUGOU,
                        "DENY",
                        JudgingCause.RULES,
                        RULES,
                        JsonNodeFactory.instance.objectNode(),
                        List.of(),
                        REFUSED,
                        hour(10)));

        assertThat(ask(Question.OVERDUE, Map.of(Blank.STATE, "ML", Blank.ON, hour(9).toString()))
                        .page()
                        .rows())
                .isEmpty();
        assertThat(ask(Question.OVERDUE, Map.of(Blank.STATE, "ML")).page().rows())
                .extracting(row -> value(row, Column.SITE), row -> value(row, Column.LATE_DAYS))
                .containsExactly(tuple("BF-OUA-1", "0"));

        mali.say(State.BF, new ReplicaErased(hour(12), SERIAL, HEALTH, OUAGADOUGOU));
        assertThat(ask(Question.OVERDUE, Map.of(Blank.STATE, "ML")).page().rows())
                .isEmpty();
    }
}
