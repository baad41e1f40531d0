package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.inquiry.TrialRegistry.regulator;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.pki.name.State;

/** Copies that are allowed by derogation, where a grant among those read says nothing that can be told. */
class DerogationAnswerIT {
    private final TrialRegistry mali = new TrialRegistry();

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void entriesThatCannotBeReadAsGrantsDoNotEndTheAnswer() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.ML, RegistryFixture.grantedByDerogation(hour(2)));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        for (int hour = 5; hour < 9; hour++) {
            mali.say(State.ML, RegistryFixture.grantedByDerogation(hour(hour)));
        }
        mali.database()
                .jdbi()
                .useHandle(handle -> handle.execute("SET session_replication_role = replica;"
                        + " UPDATE journal_entry SET payload = '{\"type\":\"OF_A_LATER_PROGRAM\"}'"
                        + " WHERE (state, index) IN (SELECT state, index FROM inquiry_ruling ORDER BY at DESC LIMIT 4);"
                        + " SET session_replication_role = DEFAULT"));

        for (int most : List.of(1, 2, 3, 100)) {
            Asked asked = new Asked(Question.DEROGATIONS, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked();
            assertThat(mali.desk()
                            .ask(regulator(State.ML), asked, Cursor.START, most)
                            .page()
                            .rows())
                    .as("pages of %s", most)
                    .extracting(row -> row.cell(Column.SITE).value())
                    .containsExactly("BF-OUA-1");
        }
    }
}
