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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    void copiesAtASiteAreCountedByHowTheyStand() {
        assertThat(tallies.standing(at(ABROAD), MALI)).isEqualTo(Map.of(ReplicaStatus.EXTERNAL, 2L));
        assertThat(tallies.standing(at(ABROAD), NIGER))
                .as("without what is secret")
                .isEqualTo(Map.of(ReplicaStatus.EXTERNAL, 1L));
        assertThat(tallies.standing(at(OUAGADOUGOU), MALI)).isEmpty();
    }

    private static CopyGroup.Standing at(SiteId site) {
        return new CopyGroup.Standing(site, Set.of(ReplicaStatus.EXTERNAL, ReplicaStatus.ERASING));
    }

    @Test
    void aGroupIsListedPageByPageAsItIsCounted() {
        say(State.ML, judged(HEALTH, ABROAD, "DENY"));
        say(State.ML, judged(RAIN, ABROAD, "CONFLICT"));
        say(State.ML, judged(RAIN, OUAGADOUGOU, "DENY"));
        say(State.BF, judged(RAIN, OUAGADOUGOU, "DENY"));
        CopyGroup found = CopyGroup.Found.any(FindingKind.FORBIDDEN);

        assertThat(tallies.count(found, MALI)).isEqualTo(3);
        assertThat(listed(found, MALI)).containsExactly("ML-DS-001/BF-OUA-1", "ML-DS-001/XX-EU-1", "ML-DS-008/XX-EU-1");
        assertThat(tallies.count(found, NIGER)).isEqualTo(2);
        assertThat(listed(found, NIGER)).containsExactly("ML-DS-001/BF-OUA-1", "ML-DS-001/XX-EU-1");
        assertThat(listed(at(ABROAD), MALI)).hasSize(2);
        assertThat(listed(new CopyGroup.LyingWith(Set.of(State.BF)), NIGER)).containsExactly("ML-DS-001/BF-OUA-1");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void whatSomebodyIsShownOfAGroupIsCountedAndListedAlike(State reader) {
        Disclosure to = new Disclosure(reader);
        say(State.ML, judged(HEALTH, ABROAD, "DENY"));
        say(State.ML, judged(RAIN, OUAGADOUGOU, "INDETERMINATE"));
        say(State.BF, new ReplicaSealed(MORNING, SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        say(State.BF, judged(HEALTH, OUAGADOUGOU, "DENY"));
        List<CopyGroup> groups = List.of(
                at(ABROAD),
                new CopyGroup.LyingWith(Set.of(State.BF)),
                CopyGroup.Found.any(FindingKind.UNDECIDED),
                new CopyGroup.Found(FindingKind.FORBIDDEN, Optional.of(State.ML), Optional.empty()),
                new CopyGroup.Found(FindingKind.FORBIDDEN, Optional.empty(), Optional.of(OUAGADOUGOU)));

        for (CopyGroup group : groups) {
            assertThat(listed(group, to)).as("%s to %s", group, reader).hasSize((int) tallies.count(group, to));
        }
        assertThat(listed(groups.getLast(), to))
                .as("a secret guest, shown at home and to its host")
                .hasSize(reader == State.NE ? 0 : 1);
        assertThat(findings(null, OUAGADOUGOU, to).getOrDefault(FindingKind.FORBIDDEN, 0L))
                .isEqualTo(tallies.count(groups.getLast(), to));
    }

    private List<String> listed(CopyGroup group, Disclosure to) {
        List<String> copies = new ArrayList<>();
        Optional<Page> next = Optional.of(Page.first(1));
        while (next.isPresent()) {
            ShownPage<ReplicaStatement, Page> page = tallies.page(group, next.get(), to);
            page.rows().forEach(copy -> copies.add(copy.dataset() + "/" + copy.site()));
            next = page.next();
        }
        return copies;
    }

    @Test
    void findingsAreCountedByCopyHoweverManyStatesSayThem() {
        say(State.ML, judged(HEALTH, ABROAD, "DENY"));
        say(State.ML, judged(RAIN, ABROAD, "CONFLICT"));
        say(State.ML, judged(RAIN, OUAGADOUGOU, "INDETERMINATE"));
        say(State.BF, judged(RAIN, OUAGADOUGOU, "INDETERMINATE"));

        assertThat(findings(null, null, MALI)).isEqualTo(Map.of(FindingKind.FORBIDDEN, 2L, FindingKind.UNDECIDED, 1L));
        assertThat(findings(null, null, NIGER)).isEqualTo(Map.of(FindingKind.FORBIDDEN, 1L, FindingKind.UNDECIDED, 1L));
        assertThat(findings(State.ML, null, MALI)).isEqualTo(findings(null, null, MALI));
        assertThat(findings(State.BF, null, MALI)).isEmpty();
        assertThat(findings(null, OUAGADOUGOU, MALI)).isEqualTo(Map.of(FindingKind.UNDECIDED, 1L));
    }

    private Map<FindingKind, Long> findings(@Nullable State home, @Nullable SiteId site, Disclosure to) {
        return tallies.findings(Optional.ofNullable(home), Optional.ofNullable(site), to);
    }

    @Test
    void whatWasFoundOfACopyThatIsGoneIsNotCounted() {
        say(State.ML, judged(RAIN, OUAGADOUGOU, "DENY"));
        say(State.BF, new ReplicaErased(MORNING.plusSeconds(7_200), SERIAL, RAIN, OUAGADOUGOU));

        assertThat(findings(null, null, MALI)).isEmpty();
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
