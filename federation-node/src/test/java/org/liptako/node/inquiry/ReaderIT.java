package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.inquiry.TrialRegistry.regulator;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** What is shown to whom, page by page. */
class ReaderIT extends InquiryTrial {
    @Test
    void aSecretDatasetIsUnknownToWhomItDoesNotConcern() {
        mali.say(State.ML, new DatasetRecorded(hour(1), classified("SECRET")));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        Map<Blank, String> copies = Map.of(Blank.DATASET, "ML-DS-008");
        Map<Blank, String> abroad = Map.of(Blank.STATE, "ML");

        assertThat(mali.ask(regulator(State.ML), Question.COPIES, copies).page().rows())
                .hasSize(1);
        assertThat(mali.ask(regulator(State.BF), Question.ABROAD, abroad).page().rows())
                .as("it lies on Burkina Faso's soil")
                .hasSize(1);
        assertThat(mali.ask(regulator(State.NE), Question.ABROAD, abroad).page().rows())
                .isEmpty();
        assertThatThrownBy(() -> mali.ask(regulator(State.NE), Question.COPIES, copies))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("NOT_KNOWN");
    }

    @Test
    void aDatasetThatHasBecomeSecretIsUnknownOfItsPastToo() {
        DatasetId later = new DatasetId("ML-DS-009");
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, later, OUAGADOUGOU, VERSION, 7, false));
        Map<Blank, String> abroad = Map.of(Blank.STATE, "ML", Blank.ON, hour(5).toString());
        Map<Blank, String> abroadAsKnownThen = Map.of(
                Blank.STATE, "ML",
                Blank.ON, hour(5).toString(),
                Blank.KNOWN, hour(5).toString());
        Map<Blank, String> keys = Map.of(Blank.STATE, "ML", Blank.ON, hour(5).toString());
        assertThat(datasets(State.NE, Question.ABROAD, abroad)).containsExactly("ML-DS-008", "ML-DS-009");
        assertThat(datasets(State.NE, Question.KEYS, keys)).containsExactly("ML-DS-008");

        mali.say(State.ML, new DatasetRecorded(hour(6), classified("SECRET")));
        mali.say(
                State.ML,
                new DatasetRecorded(hour(6), RegistryFixture.dataset(later, 1).classifiedAs("TOP_SECRET")));

        assertThat(datasets(State.NE, Question.ABROAD, abroad)).isEmpty();
        assertThat(datasets(State.NE, Question.ABROAD, abroadAsKnownThen)).isEmpty();
        assertThat(datasets(State.NE, Question.KEYS, keys)).isEmpty();
        assertThat(datasets(State.ML, Question.ABROAD, abroadAsKnownThen)).containsExactly("ML-DS-008", "ML-DS-009");
        assertThat(datasets(State.ML, Question.KEYS, keys)).containsExactly("ML-DS-008");
    }

    @Test
    void pagesGiveEveryRowOnce() {
        for (int i = 1; i <= 5; i++) {
            DatasetId id = new DatasetId("ML-DS-10" + i);
            mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(id, i)));
            mali.say(State.BF, new ReplicaSealed(hour(2), SERIAL, id, OUAGADOUGOU, VERSION, 7, false));
        }
        List<String> found = new ArrayList<>();
        Cursor next = Cursor.START;
        do {
            Page page = mali.desk()
                    .ask(
                            regulator(State.ML),
                            new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked(),
                            Cursor.ofToken(next.token()),
                            2)
                    .page();
            assertThat(page.rows()).hasSizeBetween(1, 2);
            page.rows().forEach(row -> found.add(value(row, Column.DATASET)));
            next = page.next();
        } while (!next.isStart());

        assertThat(found).containsExactly("ML-DS-101", "ML-DS-102", "ML-DS-103", "ML-DS-104", "ML-DS-105");
    }

    @Test
    void noPageAndNoTokenTellsOfWhatIsNotShown() {
        Map<String, String> classes = Map.of("ML-DS-102", "INTERNAL", "ML-DS-104", "INTERNAL");
        for (int i = 1; i <= 6; i++) {
            DatasetId id = new DatasetId("ML-DS-10" + i);
            Dataset dataset =
                    RegistryFixture.dataset(id, i).classifiedAs(classes.getOrDefault(id.value(), "TOP_SECRET"));
            mali.say(State.ML, new DatasetRecorded(hour(1), dataset));
            mali.say(State.BF, new ReplicaSealed(hour(2), SERIAL, id, OUAGADOUGOU, VERSION, 7, false));
        }
        Asked keys = new Asked(Question.KEYS, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked();
        Asked abroad = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked();

        for (Asked asked : List.of(keys, abroad)) {
            Page first =
                    mali.desk().ask(regulator(State.NE), asked, Cursor.START, 1).page();
            Page second =
                    mali.desk().ask(regulator(State.NE), asked, first.next(), 1).page();

            assertThat(first.rows())
                    .extracting(row -> value(row, Column.DATASET))
                    .containsExactly("ML-DS-102");
            assertThat(first.next().token()).startsWith("ML-DS-102");
            assertThat(second.rows())
                    .extracting(row -> value(row, Column.DATASET))
                    .containsExactly("ML-DS-104");
            assertThat(second.next().token())
                    .as("what comes after is not shown")
                    .isEmpty();
        }
    }
}
