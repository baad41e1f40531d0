package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.inquiry.TrialRegistry.operator;
import static org.liptako.node.inquiry.TrialRegistry.regulator;
import static org.liptako.node.registry.RegistryFixture.ABROAD;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.State;

/** Who asked what, and which questions are kept. */
class KeptQuestionIT extends InquiryTrial {
    @Test
    void aRegulatorSeesWhoAskedWhatAndAnOperatorSeesTheirOwnOnly() {
        healthIsSealedInOuagadougou();
        mali.ask(regulator(State.ML), Question.ABROAD, Map.of(Blank.STATE, "ML"));
        mali.ask(operator("ML-BKO-1"), Question.SITE_HOLDS, Map.of(Blank.SITE, "ML-BKO-1"));

        assertThat(mali.desk().inquiries(regulator(State.ML), InquiryStore.Place.START, 10))
                .extracting(InquiryStore.Inquiry::question, InquiryStore.Inquiry::rows)
                .containsExactly(tuple("site-holds", 0L), tuple("abroad", 1L));
        assertThat(mali.desk().inquiries(operator("ML-BKO-1"), InquiryStore.Place.START, 10))
                .extracting(InquiryStore.Inquiry::question)
                .containsExactly("site-holds");
        assertThat(mali.desk().inquiries(regulator(State.NE), InquiryStore.Place.START, 10))
                .isEmpty();
    }

    @Test
    void anExportThatIsBrokenOffIsRecordedWithWhatWasGiven() {
        for (int i = 0; i <= 1_000; i++) {
            mali.say(
                    State.ML,
                    new CopyRecorded(hour(2), new DatasetId("ML-DS-" + (10_000 + i)), ABROAD, CopyStanding.EXTERNAL));
        }
        Asked asked = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked();

        Answer first = mali.desk().export(regulator(State.ML), asked, "CSV").next();

        assertThat(first.page().next().isStart()).isFalse();
        assertThat(mali.desk().inquiries(regulator(State.ML), InquiryStore.Place.START, 10))
                .extracting(InquiryStore.Inquiry::rows)
                .containsExactly(1_000L);
    }

    @Test
    void aKeptQuestionIsItsKeepersAlone() {
        Asked asked = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW);
        mali.kept().save(regulator(State.ML), "rapport", asked);

        assertThat(mali.kept().of(regulator(State.ML)))
                .extracting(SavedQuestionStore.Saved::question, SavedQuestionStore.Saved::blanks)
                .containsExactly(tuple("abroad", Map.of("state", "ML")));
        assertThat(mali.kept().of(operator("ML-BKO-1"))).isEmpty();
        assertThatThrownBy(() -> mali.kept().forget(operator("ML-BKO-1"), "rapport"))
                .hasMessageStartingWith("NOT_KNOWN");
        mali.kept().forget(regulator(State.ML), "rapport");
        assertThat(mali.kept().of(regulator(State.ML))).isEmpty();
    }

    @Test
    void nobodyKeepsMoreThanAHundredQuestions() {
        Asked asked = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW);
        for (int i = 0; i < 100; i++) {
            mali.kept().save(regulator(State.ML), "q" + i, asked);
        }
        mali.kept().save(regulator(State.ML), "q0", asked);

        assertThatThrownBy(() -> mali.kept().save(regulator(State.ML), "q100", asked))
                .hasMessageStartingWith("TOO_MUCH");
    }
}
