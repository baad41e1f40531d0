package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.CatalogueImport.Taken;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.vocabulary.Vocabulary;

class CatalogueImportIT {
    private static final Path SAMPLES = Path.of("src/main/samples");
    private static final String SITE =
            "{id: ML-BKO-1, state: ML, city: Bamako, lat: 12.6, lon: -8, name: Centre, standing: invented}";
    private static final String DATASET =
            "{id: ML-DS-001, home: ML, name: {fr: a, en: b}, owner: c, categories: [TAX], held_at: [ML-BKO-1]}";

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal =
            new Journal(database.jdbi(), State.ML, Clock.systemUTC(), List.of(new RegistryProjection()));
    private final Registry registry = new Registry(database.jdbi(), State.ML, Clock.systemUTC());
    private final CatalogueImport catalogue =
            new CatalogueImport(database.jdbi(), journal, registry, Vocabulary::standard);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesThisStatesPartOfTheSamplesAndLeavesTheRestToTheOthers() throws IOException {
        Taken sites = catalogue.take(Files.readString(SAMPLES.resolve("sites.yaml")));
        Taken datasets = catalogue.take(Files.readString(SAMPLES.resolve("datasets.yaml")));

        assertThat(sites.sites()).isEqualTo(3);
        assertThat(sites.leftOut()).isEqualTo(6);
        assertThat(datasets.datasets()).isEqualTo(16);
        assertThat(datasets.leftOut()).isEqualTo(32);
        assertThat(registry.site(new SiteId("XX-EU-1")))
                .hasValueSatisfying(site -> assertThat(site.state()).isEqualTo(new Country("FR")));
        assertThat(registry.replica(new DatasetId("ML-DS-004"), new SiteId("XX-EU-1")))
                .hasValueSatisfying(copy -> assertThat(copy.state().status()).isEqualTo(ReplicaStatus.EXTERNAL));
        assertThat(registry.replica(new DatasetId("ML-DS-001"), new SiteId("ML-BKO-1")))
                .hasValueSatisfying(copy -> assertThat(copy.state().status()).isEqualTo(ReplicaStatus.UNPROVEN));
    }

    @Test
    void takesACatalogueAgainWithoutJournalingItTwice() {
        String yaml = "sites: [" + SITE + "]\ndatasets: [" + DATASET + "]\n";
        assertThat(catalogue.take(yaml)).isEqualTo(new Taken(1, 1, 1, 0));
        long size = journal.chain().length();

        assertThat(catalogue.take(yaml)).isEqualTo(new Taken(0, 0, 0, 0));
        assertThat(journal.chain().length()).isEqualTo(size);
    }

    @Test
    void namesEveryMistakeByLineAndColumnAndTakesNothing() {
        String yaml = "sites:\n- " + SITE
                + "\n- {id: ML-SIK-1, state: BF, city: x, lat: 100, lon: 0, name: y, standing: invented, tyre: 3}\n"
                + "datasets:\n- " + DATASET.replace("TAX", "TAXES").replace("ML-BKO-1", "ML-XYZ-9") + "\n";

        assertThatThrownBy(() -> catalogue.take(yaml)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.CATALOGUE_INVALID);
            assertThat(failure.sentence().en())
                    .contains("mistakes in the catalogue: 5")
                    .contains("There is no key \"tyre\"")
                    .contains("\"100\" is not a number between")
                    .contains("must begin with its State's code, BF")
                    .contains("\"TAXES\" is not a code of \"dataset.categories\"")
                    .contains("The site \"ML-XYZ-9\" is neither");
            assertThat(failure.sentence().fr()).contains("Rien n'a été repris");
        });
        assertThat(journal.chain().length()).isZero();
    }

    @Test
    void refusesATierThatIsNotWholeAndSaysWhere() {
        assertThatThrownBy(() -> catalogue.take("sites:\n  - id: ML-BKO-1\n    tier: 2.5\n"))
                .hasMessageContaining("3:11")
                .hasMessageContaining("\"2.5\" is not a whole number from 0 to 4.");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThatThrownBy(() -> catalogue.take("sites: [")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> catalogue.take("sites: 3")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> catalogue.take("- a")).isInstanceOf(Failure.class);
    }
}
