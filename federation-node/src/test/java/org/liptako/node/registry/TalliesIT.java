package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.MORNING;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.RULES;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Two copies abroad, of which one is secret, and one in Burkina Faso. */
class TalliesIT {
    private static final DatasetId RAIN = new DatasetId("ML-DS-001");
    private static final Disclosure MALI = new Disclosure(State.ML);
    private static final Disclosure NIGER = new Disclosure(State.NE);

    private final TestDatabase database = TestDatabase.fresh();
    private final RegistryProjection projection = new RegistryProjection();
    private final Map<State, Long> indexes = new EnumMap<>(State.class);
    private final Tallies tallies =
            new Tallies(database.jdbi(), Clock.fixed(MORNING.plus(Duration.ofDays(1)), ZoneOffset.UTC));

    @BeforeEach
    void say() {
        say(
                State.ML,
                new DatasetRecorded(MORNING, RegistryFixture.dataset(HEALTH, 1).classifiedAs("SECRET")));
        say(State.ML, new DatasetRecorded(MORNING, RegistryFixture.dataset(RAIN, 1)));
        say(State.ML, new CopyRecorded(MORNING, HEALTH, ABROAD, CopyStanding.EXTERNAL));
        say(State.ML, new CopyRecorded(MORNING, RAIN, ABROAD, CopyStanding.EXTERNAL));
        say(State.BF, new ReplicaSealed(MORNING, SERIAL, RAIN, OUAGADOUGOU, VERSION, 7, false));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void copiesAtASiteAreCountedByHowTheyStandAndNamedWhereTheyAreOfOneDataset() {
        Set<ReplicaStatus> wanted = Set.of(ReplicaStatus.EXTERNAL, ReplicaStatus.ERASING);

        assertThat(tallies.copiesAt(ABROAD, wanted, MALI))
                .isEqualTo(Map.of(ReplicaStatus.EXTERNAL, new Tally(2, Optional.empty())));
        assertThat(tallies.copiesAt(ABROAD, wanted, NIGER))
                .as("without what is secret")
                .isEqualTo(Map.of(ReplicaStatus.EXTERNAL, new Tally(1, Optional.of(RAIN))));
        assertThat(tallies.copiesAt(OUAGADOUGOU, wanted, MALI)).isEmpty();
    }

    @Test
    void findingsAreCountedByCopyHoweverManyStatesSayThem() {
        say(State.ML, judged(HEALTH, ABROAD, "DENY"));
        say(State.ML, judged(RAIN, ABROAD, "CONFLICT"));
        say(State.ML, judged(RAIN, OUAGADOUGOU, "INDETERMINATE"));
        say(State.BF, judged(RAIN, OUAGADOUGOU, "INDETERMINATE"));

        Tally one = new Tally(1, Optional.of(RAIN));
        assertThat(tallies.findings(MALI))
                .isEqualTo(Map.of(FindingKind.FORBIDDEN, new Tally(2, Optional.empty()), FindingKind.UNDECIDED, one));
        assertThat(tallies.findings(NIGER)).isEqualTo(Map.of(FindingKind.FORBIDDEN, one, FindingKind.UNDECIDED, one));
        assertThat(tallies.findingsOf(State.ML, MALI)).isEqualTo(tallies.findings(MALI));
        assertThat(tallies.findingsOf(State.BF, MALI)).isEmpty();
        assertThat(tallies.findingsAt(OUAGADOUGOU, MALI)).isEqualTo(Map.of(FindingKind.UNDECIDED, one));
    }

    @Test
    void whatWasFoundOfACopyThatIsGoneIsNotCounted() {
        say(State.ML, judged(RAIN, OUAGADOUGOU, "DENY"));
        say(State.BF, new ReplicaErased(MORNING.plusSeconds(7_200), SERIAL, RAIN, OUAGADOUGOU));

        assertThat(tallies.findings(MALI)).isEmpty();
    }

    private static CopyJudged judged(DatasetId dataset, SiteId site, String verdict) {
        return new CopyJudged(
                MORNING.plusSeconds(3_600),
                dataset,
                site,
                verdict,
                JudgingCause.COPY,
                RULES,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                new Sentence("Constat.", "Finding."),
                null);
    }

    private void say(State state, JournalEvent event) {
        long index = indexes.merge(state, 0L, (before, zero) -> before + 1);
        database.jdbi().useTransaction(handle -> projection.apply(handle, state, index, event, event.at()));
    }
}
