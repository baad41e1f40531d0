package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.BAMAKO;
import static org.liptako.node.registry.RegistryFixture.MORNING;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.RULES;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class DatasetSearchIT {
    private static final DatasetId CIVIL = new DatasetId("ML-DS-001");
    private static final DatasetId CUSTOMS = new DatasetId("ML-DS-004");
    private static final DatasetId LAND = new DatasetId("NE-DS-012");
    private static final Disclosure MALI = new Disclosure(State.ML);

    private final TestDatabase database = TestDatabase.fresh();
    private final RegistryProjection projection = new RegistryProjection();
    private final Map<State, Long> indexes = new EnumMap<>(State.class);
    private final DatasetSearch search = new DatasetSearch(database.jdbi(), Clock.fixed(hour(24), ZoneOffset.UTC));

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"etat", "ÉTAT civil", "civil registry", "ml-ds-001", "intérieur", "  CIVIL\tregistre\n"})
    void aDatasetIsFoundByWordsWhateverTheirCapitalsAndAccents(String typed) {
        threeDatasets();

        assertThat(found(DatasetFilter.words(typed))).containsExactly(CIVIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"civil douane", "%", "_", "' OR true --", "\\", "registre; DROP TABLE registry_statement"})
    void wordsThatStandNowhereFindNothing(String typed) {
        threeDatasets();

        assertThat(found(DatasetFilter.words(typed))).isEmpty();
    }

    @Test
    void whatIsTypedIsHeldWithinLimits() {
        assertThat(DatasetFilter.words("a ".repeat(500))).hasSize(8);
        assertThat(DatasetFilter.words("b".repeat(500))).containsExactly("b".repeat(100));
        assertThat(DatasetFilter.words("\0 \u202e ")).isEmpty();
    }

    @Test
    void aDatasetIsFoundByItsStateItsClassAndWhereACopyLies() {
        threeDatasets();
        say(State.ML, new CopyRecorded(hour(2), CIVIL, BAMAKO, CopyStanding.UNPROVEN));
        say(State.BF, new ReplicaSealed(hour(3), SERIAL, CIVIL, OUAGADOUGOU, VERSION, 7, false));
        say(State.BF, new ReplicaErased(hour(4), SERIAL, CIVIL, OUAGADOUGOU));

        assertThat(found(new DatasetFilter(
                        List.of(),
                        Optional.of(State.NE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly(LAND);
        assertThat(found(new DatasetFilter(
                        List.of(),
                        Optional.empty(),
                        Optional.of("CONFIDENTIAL"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly(CUSTOMS);
        assertThat(found(new DatasetFilter(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(BAMAKO),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly(CIVIL);
        assertThat(found(new DatasetFilter(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(OUAGADOUGOU),
                        Optional.empty(),
                        Optional.empty())))
                .as("what was erased lies there no longer")
                .isEmpty();
    }

    @Test
    void proofIsOfAllCopiesThatLieSomewhere() {
        threeDatasets();
        assertThat(standing(CIVIL)).isEqualTo(ProofStanding.NONE);

        say(State.BF, new ReplicaSealed(hour(3), SERIAL, CIVIL, OUAGADOUGOU, VERSION, 7, false));
        assertThat(standing(CIVIL)).isEqualTo(ProofStanding.PROVED);

        say(State.ML, new CopyRecorded(hour(4), CIVIL, ABROAD, CopyStanding.EXTERNAL));
        assertThat(standing(CIVIL)).isEqualTo(ProofStanding.UNPROVED);

        say(State.ML, challenged(VERSION, ChallengeOutcome.WRONG));
        assertThat(standing(CIVIL)).isEqualTo(ProofStanding.FAILED);
    }

    @Test
    void aFailedChallengeOfAVersionThatIsGoneSaysNothingOfTheOneThatIsThere() {
        threeDatasets();
        say(State.BF, new ReplicaSealed(hour(3), SERIAL, CIVIL, OUAGADOUGOU, VERSION, 7, false));
        say(State.ML, challenged(new VersionRoot("cd".repeat(32)), ChallengeOutcome.MISSED));

        assertThat(standing(CIVIL)).isEqualTo(ProofStanding.PROVED);
    }

    @ParameterizedTest
    @EnumSource
    void eachStandingFindsItsOwn(ProofStanding standing) {
        threeDatasets();
        say(State.BF, new ReplicaSealed(hour(3), SERIAL, CIVIL, OUAGADOUGOU, VERSION, 7, false));
        say(State.ML, new CopyRecorded(hour(4), CUSTOMS, ABROAD, CopyStanding.EXTERNAL));

        List<FoundDataset> found = search.page(
                        new DatasetFilter(
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(standing),
                                Optional.empty()),
                        MALI,
                        "",
                        10)
                .rows();

        assertThat(found)
                .extracting(dataset -> dataset.dataset().id(), FoundDataset::standing)
                .containsExactlyElementsOf(
                        switch (standing) {
                            case PROVED -> List.of(tuple(CIVIL, standing));
                            case UNPROVED -> List.of(tuple(CUSTOMS, standing));
                            case NONE -> List.of(tuple(LAND, standing));
                            case FAILED -> List.of();
                        });
    }

    @Test
    void aDatasetIsFoundByWhatAStateHasFoundOfACopyWhileItLiesThere() {
        threeDatasets();
        say(State.ML, new CopyRecorded(hour(2), CIVIL, ABROAD, CopyStanding.EXTERNAL));
        say(State.BF, new ReplicaSealed(hour(3), SERIAL, CUSTOMS, OUAGADOUGOU, VERSION, 7, false));
        say(State.ML, judged(CIVIL, ABROAD, "DENY"));
        say(State.ML, judged(CUSTOMS, OUAGADOUGOU, "INDETERMINATE"));

        assertThat(found(finding(FindingKind.FORBIDDEN, Optional.empty()))).containsExactly(CIVIL);
        assertThat(found(finding(FindingKind.UNDECIDED, Optional.empty()))).containsExactly(CUSTOMS);
        assertThat(found(finding(FindingKind.FORBIDDEN, Optional.of(ABROAD)))).containsExactly(CIVIL);
        assertThat(found(finding(FindingKind.FORBIDDEN, Optional.of(OUAGADOUGOU))))
                .isEmpty();

        say(State.ML, judged(CIVIL, ABROAD, "PERMIT"));
        say(State.BF, new ReplicaErased(hour(7), SERIAL, CUSTOMS, OUAGADOUGOU));

        assertThat(found(finding(FindingKind.FORBIDDEN, Optional.empty()))).isEmpty();
        assertThat(found(finding(FindingKind.UNDECIDED, Optional.empty())))
                .as("what was erased lies there no longer")
                .isEmpty();
    }

    private static DatasetFilter finding(FindingKind kind, Optional<SiteId> site) {
        return new DatasetFilter(
                List.of(), Optional.empty(), Optional.empty(), site, Optional.empty(), Optional.of(kind));
    }

    private static CopyJudged judged(DatasetId dataset, SiteId site, String verdict) {
        return new CopyJudged(
                hour(6),
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

    @Test
    void pagesGoOnAndASecretDatasetOfAnotherStateIsOnNone() {
        threeDatasets();
        say(State.NE, new DatasetRecorded(hour(2), dataset(new DatasetId("NE-DS-001"), "Secret", "SECRET")));

        ShownPage<FoundDataset, String> first = search.page(DatasetFilter.ANY, MALI, "", 2);
        ShownPage<FoundDataset, String> second =
                search.page(DatasetFilter.ANY, MALI, first.next().orElseThrow(), 2);

        assertThat(first.rows()).extracting(found -> found.dataset().id()).containsExactly(CIVIL, CUSTOMS);
        assertThat(second.rows()).extracting(found -> found.dataset().id()).containsExactly(LAND);
        assertThat(second.next()).isEmpty();
        assertThat(search.page(DatasetFilter.ANY, new Disclosure(State.NE), "", 10)
                        .rows())
                .hasSize(4);
    }

    private void threeDatasets() {
        say(State.ML, new DatasetRecorded(hour(1), dataset(CIVIL, "Registre d'état civil", "RESTRICTED")));
        say(State.ML, new DatasetRecorded(hour(1), dataset(CUSTOMS, "Dédouanement", "CONFIDENTIAL")));
        say(State.NE, new DatasetRecorded(hour(1), dataset(LAND, "Cadastre", "RESTRICTED")));
    }

    private static Dataset dataset(DatasetId id, String name, String classification) {
        boolean civil = id.equals(CIVIL);
        return new Dataset(
                id,
                id.home().orElseThrow(),
                new Sentence(name, civil ? "Civil registry" : "Another"),
                civil ? "Ministère de l'Intérieur" : "Direction",
                classification,
                List.of("OTHER"),
                "NONE",
                false,
                "PUBLIC_BODY",
                1L,
                null,
                null);
    }

    private static CopyChallenged challenged(VersionRoot version, ChallengeOutcome outcome) {
        return new CopyChallenged(
                hour(5), CIVIL, OUAGADOUGOU, version, 1, List.of(), 7, 5, 120, 40, outcome, 1, List.of(), null, null);
    }

    private List<DatasetId> found(List<String> words) {
        return found(new DatasetFilter(
                words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private List<DatasetId> found(DatasetFilter filter) {
        return search.page(filter, MALI, "", 10).rows().stream()
                .map(found -> found.dataset().id())
                .toList();
    }

    private ProofStanding standing(DatasetId id) {
        return search.page(DatasetFilter.ANY, MALI, "", 10).rows().stream()
                .filter(found -> found.dataset().id().equals(id))
                .map(FoundDataset::standing)
                .findFirst()
                .orElseThrow();
    }

    private void say(State state, JournalEvent event) {
        long index = indexes.merge(state, 0L, (before, zero) -> before + 1);
        database.jdbi().useTransaction(handle -> projection.apply(handle, state, index, event, event.at()));
    }

    private static Instant hour(int hour) {
        return MORNING.plus(Duration.ofHours(hour));
    }
}
