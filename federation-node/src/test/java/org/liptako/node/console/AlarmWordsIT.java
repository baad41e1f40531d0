package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.MORNING;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

class AlarmWordsIT {
    private static final Clock CLOCK = Clock.fixed(MORNING, ZoneOffset.UTC);
    private static final Words ENGLISH = Words.in("en");

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal = new Journal(database.jdbi(), State.ML, CLOCK, List.of(new RegistryProjection()));
    private final AlarmWords alarms = new AlarmWords(
            new Registry(database.jdbi(), State.NE, CLOCK),
            new NodeConfig(State.NE, new SiteId("NE-NIM-1"), 1, Zone.INTERNAL, false, Path.of("unused")));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAlarmThatNamesSecretDataOfAnotherStateSaysOnlyWhatItIsAbout() {
        raise("SECRET");

        assertThat(alarms.rows(ENGLISH, 50))
                .singleElement()
                .satisfies(row -> assertThat(row.alarm())
                        .isEqualTo(ErrorCode.PAYLOAD_WITHHELD.meaning().en())
                        .doesNotContain(HEALTH.value()));
    }

    @Test
    void anAlarmThatNamesWhatAllAreShownIsTold() {
        raise("INTERNAL");

        assertThat(alarms.rows(ENGLISH, 50))
                .extracting(AlarmRow::alarm)
                .containsExactly("Copy of ML-DS-008 at NE-NIM-1.");
    }

    @Test
    void theLatestAreTold() {
        raise("INTERNAL");
        raise("INTERNAL");

        assertThat(alarms.rows(ENGLISH, 1)).hasSize(1);
    }

    private void raise(String classification) {
        journal.append(List.of(
                new DatasetRecorded(MORNING, RegistryFixture.dataset(HEALTH, 1).classifiedAs(classification)),
                new AlarmRaised(
                        MORNING,
                        ErrorCode.PAYLOAD_WITHHELD.name(),
                        State.NE,
                        new Sentence("Copie de ML-DS-008 à NE-NIM-1.", "Copy of ML-DS-008 at NE-NIM-1."))));
    }
}
