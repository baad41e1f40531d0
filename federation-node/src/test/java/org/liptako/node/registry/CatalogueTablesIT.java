package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.CatalogueImport.Taken;
import org.liptako.node.registry.CatalogueImport.TakenTables;
import org.liptako.node.registry.TableReport.Refused;
import org.liptako.node.registry.table.TrialWorkbook;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.vocabulary.Vocabulary;

/** Spreadsheets as a ministry fills them in, taken into a registry on a real PostgreSQL. */
class CatalogueTablesIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T06:00:00Z"), ZoneOffset.UTC);
    private static final String[] SITES = {
        "Lieu", "Pays", "Ville", "Nom", "Source", "Latitude", "Exploitation", "Pays du propriétaire", "Niveau"
    };
    private static final String[] DATASETS = {
        "Jeu",
        "Nom",
        "Responsable",
        "Catégories",
        "Classification",
        "Données personnelles",
        "Stratégique",
        "Taille (To)"
    };

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal = new Journal(database.jdbi(), State.ML, CLOCK, List.of(new RegistryProjection()));
    private final Registry registry = new Registry(database.jdbi(), State.ML, CLOCK);
    private final CatalogueImport catalogue =
            new CatalogueImport(database.jdbi(), journal, registry, Vocabulary::standard);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesSitesDatasetsAndCopiesHereAndAbroadFromOneWorkbookInFrench() {
        TakenTables taken = catalogue.takeTables(workbook().bytes(), false);

        assertThat(taken.report().refused()).isEmpty();
        assertThat(taken.journaled()).isTrue();
        assertThat(taken.counts()).isEqualTo(new Taken(2, 2, 3, 1));
        assertThat(registry.site(new SiteId("XX-EU-1")))
                .hasValueSatisfying(site -> assertThat(site.state()).isEqualTo(new Country("FR")));
        assertThat(registry.site(new SiteId("ML-BKO-1"))).hasValueSatisfying(site -> {
            assertThat(site.latitude()).isEqualTo(12.639);
            assertThat(site.control()).isEqualTo("STATE_OPERATED");
            assertThat(site.standing()).isEqualTo("announced");
        });
        assertThat(registry.dataset(new DatasetId("ML-DS-001"))).hasValueSatisfying(dataset -> {
            assertThat(dataset.name()).isEqualTo(new Sentence("État civil", "État civil"));
            assertThat(dataset.categories()).containsExactly("CIVIL_STATUS", "IDENTITY");
            assertThat(dataset.classification()).isEqualTo("RESTRICTED");
            assertThat(dataset.strategic()).isTrue();
            assertThat(dataset.sizeGb()).isEqualTo(17_558);
        });
        assertThat(status("ML-DS-001", "ML-BKO-1")).isEqualTo(ReplicaStatus.UNPROVEN);
        assertThat(status("ML-DS-001", "XX-EU-1")).isEqualTo(ReplicaStatus.EXTERNAL);
        assertThat(registry.replica(new DatasetId("ML-DS-001"), new SiteId("XX-EU-1")))
                .as("held since the day that Excel has as a number, known since now")
                .hasValueSatisfying(copy -> {
                    assertThat(copy.source().heldFrom()).isEqualTo(Instant.parse("2021-05-01T00:00:00Z"));
                    assertThat(copy.source().knownFrom()).isEqualTo(CLOCK.instant());
                });
    }

    @Test
    void takesTheSameWorkbookAgainWithoutJournalingAnythingTwice() {
        catalogue.takeTables(workbook().bytes(), false);
        long size = journal.chain().length();

        TakenTables again = catalogue.takeTables(workbook().bytes(), false);

        assertThat(again.counts()).isEqualTo(new Taken(0, 0, 0, 1));
        assertThat(again.known()).isEqualTo(7);
        assertThat(journal.chain().length()).isEqualTo(size);
    }

    @Test
    void checksEveryRowBeforeItTakesAnyAndTellsSheetRowColumnAndMend() {
        byte[] file = new TrialWorkbook()
                .texts("Lieux", SITES, new String[] {
                    "ML-BKO-1", "", "Bamako", "Centre", "annoncé", "91,5", "militaire", "Sahel", "2,5"
                })
                .texts(
                        "Jeux",
                        DATASETS,
                        new String[] {
                            "ML-DS-001", "", "Ministère", "santé; sport", "secret", "aucune", "peut-être", "1 2 To"
                        },
                        new String[] {"BF-DS-001", "Cadastre", "Domaines"})
                .texts(
                        "Copies",
                        new String[] {"Jeu", "Lieu", "Depuis"},
                        new String[] {"ML-DS-009", "ML-BKO-1", "31/02/2026"},
                        new String[] {"ML-DS-001", "ML-SIK-1", "01/01/2030"},
                        new String[] {"ML-DS-001", "Bamako"},
                        new String[] {"ML-DS-001", "", "", "reste"})
                .texts("Notes", new String[] {"à faire"})
                .bytes();

        TakenTables taken = catalogue.takeTables(file, false);

        assertThat(taken.journaled()).isFalse();
        assertThat(journal.chain().length()).isZero();
        assertThat(taken.report().refused().stream().map(CatalogueTablesIT::place))
                .containsExactly(
                        "Lieux 2 F Latitude 91,5",
                        "Lieux 2 I Niveau 2,5",
                        "Lieux 2 G Exploitation militaire",
                        "Lieux 2 H Pays du propriétaire Sahel",
                        "Jeux 2   ",
                        "Jeux 2 D Catégories santé; sport",
                        "Jeux 2 G Stratégique peut-être",
                        "Jeux 2 H Taille (To) 1 2 To",
                        "Copies 2 C Depuis 31/02/2026",
                        "Copies 2 A Jeu ML-DS-009",
                        "Copies 3 C Depuis 01/01/2030",
                        "Copies 3 B Lieu ML-SIK-1",
                        "Copies 4 B Lieu Bamako",
                        "Copies 5 D  reste",
                        "Copies 5   ",
                        "Notes 1   ");
        assertThat(taken.report().lines()).isEqualTo(7);
        assertThat(taken.report().refused().stream()
                        .map(refused -> refused.words().fr()))
                .contains(
                        "La case « nom » est vide ; remplissez-la.",
                        "« peut-être » n'est ni oui ni non.",
                        "« 31/02/2026 » n'est pas un jour, comme 01/03/2026 ou 2026-03-01.",
                        "La case « lieu » est vide ; remplissez-la.")
                .anyMatch(words ->
                        words.startsWith("« militaire » n'est pas admis ici ; écrivez : etat (STATE_OPERATED)"));
    }

    @Test
    void tellsWhichColumnATableLacksAndWhichItDoesNotKnow() {
        assertThat(told("Jeu;Nom;Taille\nML-DS-001;a;3\n"))
                .containsExactly("À cette table de jeux de données manque la colonne « responsable » ; ajoutez-la.");
        assertThat(told("Jeu;Nom;Responsable;Taille;Nom\nML-DS-001;a;b;3;c\n"))
                .hasSize(2)
                .anyMatch(
                        words -> words.startsWith(
                                "Une table de jeux de données n'a pas de colonne « Taille » ; ôtez-la, ou choisissez parmi : jeu,"))
                .contains("La colonne « Nom » est déjà donnée en B ; ôtez l'une des deux.");
    }

    @Test
    void takesACsvOfCopiesAloneOnceTheRegistryKnowsWhatTheyAreOf() {
        String copies = "dataset,site,since\nML-DS-001,XX-EU-1,2021-05-01\n";
        assertThat(told(copies)).hasSize(2);
        TrialWorkbook book = new TrialWorkbook()
                .texts("Lieux", SITES, new String[] {"XX-EU-1", "France", "Paris", "Hébergeur", "publique"})
                .texts("Jeux", DATASETS, new String[] {"ML-DS-001", "État civil", "Ministère"});
        catalogue.takeTables(book.bytes(), false);

        TakenTables taken = catalogue.takeTables(copies.getBytes(StandardCharsets.UTF_8), false);

        assertThat(taken.counts()).isEqualTo(new Taken(0, 0, 1, 0));
        assertThat(status("ML-DS-001", "XX-EU-1")).isEqualTo(ReplicaStatus.EXTERNAL);
    }

    @Test
    void aPlaceAbroadMustNameItsCountry() {
        assertThat(told("Lieu;Ville;Nom;Source\nXX-EU-1;Paris;Hébergeur;publique\n"))
                .containsExactly("La case « pays » est vide ; remplissez-la.");
    }

    @Test
    void takesNothingWhenItIsOnlyToCheck() {
        TakenTables checked = catalogue.takeTables(workbook().bytes(), true);

        assertThat(checked.journaled()).isFalse();
        assertThat(checked.counts()).isEqualTo(new Taken(2, 2, 3, 1));
        assertThat(journal.chain().length()).isZero();
    }

    @Test
    void countsMoreMistakesThanItTells() {
        String rows = "ML-DS-001;a;b;\n".repeat(3000);

        TakenTables taken = catalogue.takeTables(
                ("Jeu;Nom;Responsable;Stratégique\n" + rows.replace("b;", "b;?")).getBytes(StandardCharsets.UTF_8),
                false);

        assertThat(taken.report().refused()).hasSize(TableReport.MOST_TOLD);
        assertThat(taken.report().count()).isEqualTo(5999);
        assertThat(taken.report().lines()).isEqualTo(3000);
    }

    @Test
    void refusesAFileThatCannotBeReadAtAll() {
        assertThatThrownBy(() -> catalogue.takeTables(new byte[] {'P', 'K', 3, 4, 9, 9}, false))
                .hasMessageContaining("CATALOGUE_INVALID");
    }

    private static TrialWorkbook workbook() {
        return new TrialWorkbook()
                .texts(
                        "Feuil1",
                        SITES,
                        new String[] {"ML-BKO-1", "", "Bamako", "Centre", "annoncé", "12,639", "État", "Mali", "3"},
                        new String[] {"XX-EU-1", "France", "Paris", "Hébergeur", "inventé", "48.857", "étranger", "FR"})
                .texts(
                        "Feuil2",
                        DATASETS,
                        new String[] {
                            "ML-DS-001",
                            "État civil",
                            "Ministère",
                            "état civil, identité",
                            "diffusion restreinte",
                            "personnelles",
                            "oui",
                            "17,558"
                        },
                        new String[] {"ML-DS-002", "Impôts", "Direction des impôts", "FISCAL", "RESTRICTED", "", "NON"})
                .sheet(
                        "Feuil3",
                        row("Jeu", "Lieu", "Depuis le")
                                + row("ML-DS-001", "ML-BKO-1")
                                + row("ML-DS-001", "XX-EU-1").replace("</row>", "<c s=\"1\"><v>44317</v></c></row>")
                                + row("ML-DS-002", "ML-BKO-1")
                                + row("BF-DS-001", "XX-EU-1"));
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private List<String> told(String csv) {
        return catalogue.takeTables(csv.getBytes(StandardCharsets.UTF_8), false).report().refused().stream()
                .map(refused -> refused.words().fr())
                .toList();
    }

    private static String place(Refused one) {
        return String.join(" ", one.sheet(), Integer.toString(one.line()), one.column(), one.heading(), one.value());
    }

    private ReplicaStatus status(String dataset, String site) {
        return registry.replica(new DatasetId(dataset), new SiteId(site))
                .orElseThrow()
                .state()
                .status();
    }
}
