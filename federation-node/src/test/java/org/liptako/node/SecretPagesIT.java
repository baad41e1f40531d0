package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.Role;

/** What is secret and Niger's, on the pages of Mali's whole node, whose registry has it all. */
class SecretPagesIT {
    /** Of which no copy lies in Mali. */
    private static final String HIDDEN = "NE-DS-777";
    /** Of which one copy lies in Mali, and another in Niger. */
    private static final String GUEST = "NE-DS-778";

    private static final String NAME = "Plan tenu secret";

    @TempDir
    private static Path directory;

    private static ConsoleScene mali;
    private static final Map<Role, TrialBrowser> READERS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() throws IOException {
        mali = new ConsoleScene(directory);
        for (Role role : new Role[] {Role.OPERATOR, Role.OFFICER, Role.REGULATOR}) {
            READERS.put(role, mali.browser(role));
        }
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(
                                get(Role.OFFICER, "/datasets?finding=FORBIDDEN").body())
                        .contains("/datasets/ML-DS-004\""));
        for (String dataset : new String[] {HIDDEN, GUEST}) {
            String name = dataset.equals(HIDDEN) ? NAME : "Plan de la maison";
            plant(
                    "DATASET",
                    "ML-DS-001",
                    dataset,
                    "",
                    "{\"id\": \"" + dataset
                            + "\", \"home\": \"NE\", \"classification\": \"SECRET\", \"name\": {\"fr\": \"" + name
                            + "\", \"en\": \"" + name + "\"}}");
            plant("REPLICA", "ML-DS-001", dataset, "NE-MIN-1", "{\"country\": \"NE\"}");
        }
        plant("REPLICA", "ML-DS-004", HIDDEN, "XX-EU-1", "{}");
        plant("FINDING", "ML-DS-004", HIDDEN, "XX-EU-1", "{}");
        plant("REPLICA", "ML-DS-001", GUEST, "ML-BKO-1", "{}");
        owe(HIDDEN, "XX-EU-1", "0", "NE");
        owe(GUEST, "ML-BKO-1", "1", "ML");
    }

    /** Has the register of duties say that something is overdue for a copy. */
    private static void owe(String dataset, String place, String digit, String debtor) {
        String id = "NE-" + digit.repeat(32);
        mali.alter("INSERT INTO duty_ground (said_by, journal_index, id, source, dataset, operation, site, rule, code,"
                + " rhythm, debtor, people, with_copy, act) VALUES ('NE', 999999, '" + id + "', '" + dataset + "@"
                + place
                + "', '" + dataset + "', 'REPLICATE', '" + place + "', 'NE-ESSAI-1', 'plan_de_migration', 'ONCE', '"
                + debtor + "', 1, true, now())");
        mali.alter("INSERT INTO duty_standing (id, said_by, journal_index, dataset, site, debtor, from_at, until_at,"
                + " place, day) VALUES ('" + id + "', 'NE', 999999, '" + dataset + "', '" + place + "', '" + debtor
                + "', '-infinity', 'infinity', 0, now() - interval '1 day')");
    }

    @AfterAll
    static void stop() {
        mali.close();
    }

    /** Has the registry say of a dataset what it says of another. */
    private static void plant(String kind, String of, String dataset, String place, String changes) {
        String saidBy = place.startsWith("ML") ? "ML" : "NE";
        mali.alter("INSERT INTO registry_statement (kind, subject, place, said_by, authoritative, value, journal_index,"
                + " held_from, held_to, known_from, known_to)"
                + " SELECT kind, '" + dataset + "', '" + place + "', '" + saidBy + "', true,"
                + " CAST(CAST(value AS jsonb) || CAST('" + changes + "' AS jsonb) AS text), 999999,"
                + " held_from, held_to, known_from, known_to FROM registry_statement"
                + " WHERE kind = '" + kind + "' AND subject = '" + of
                + "' AND authoritative AND known_to = 'infinity' AND held_to = 'infinity' LIMIT 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/copies",
                "/copies/group?found=FORBIDDEN",
                "/copies/group?disputed=BF",
                "/differences",
                "/map",
                "/repatriation?state=NE",
                "/place",
                "/transfers",
                "/rules",
                "/operations",
                "/datasets",
                "/datasets?q=plan+tenu",
                "/datasets?state=NE",
                "/datasets?site=XX-EU-1",
                "/datasets?finding=FORBIDDEN",
                "/datasets?classification=SECRET",
                "/questions/abroad?state=NE",
                "/questions/foreign-operators?state=NE",
                "/questions/keys?state=NE",
                "/questions/overdue?state=NE",
                "/questions/proofs?state=NE&days=0",
                "/questions/site-holds?site=XX-EU-1",
                "/questions/site-holds/export?site=XX-EU-1&format=CSV",
                "/questions/changes?state=NE&since=2020-01-01&until=2199-01-01",
            })
    void noPageHasIt(String path) {
        for (Role role : READERS.keySet()) {
            HttpResponse<String> page = get(role, path);

            assertThat(page.statusCode()).as(role + " " + path).isEqualTo(200);
            assertThat(page.body()).as(role + " " + path).doesNotContain(HIDDEN, NAME);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/datasets/, 404",
        "/receipts/state?dataset=, 404",
        "/receipts/copy?site=XX-EU-1&dataset=, 404",
    })
    void itIsAnsweredAsOneThatDoesNotExist(String path, int status) {
        String nobodys = "NE-DS-999";

        HttpResponse<String> page = get(Role.REGULATOR, path + HIDDEN);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body().replace(HIDDEN, nobodys))
                .isEqualTo(get(Role.REGULATOR, path + nobodys).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"copies?dataset=", "rulings?dataset="})
    void noQuestionKnowsIt(String question) {
        assertThat(get(Role.REGULATOR, "/questions/" + question + HIDDEN + "&lang=en")
                        .body())
                .contains("does not know the dataset " + HIDDEN)
                .doesNotContain(NAME);
    }

    @Test
    void ofOneThatLiesInMaliOnlyThatCopyIsShown() {
        HttpResponse<String> page = get(Role.OPERATOR, "/datasets/" + GUEST + "?lang=en");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("ML-BKO-1", "its decisions are read there")
                .doesNotContain("NE-MIN-1");
        assertThat(get(Role.OPERATOR, "/datasets/" + GUEST + "/hosts?lang=en").body())
                .contains("who may host it is read there")
                .doesNotContain("id=\"hosts-");
        assertThat(get(Role.REGULATOR, "/receipts/state?dataset=" + GUEST).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsOwedForItIsCountedNowhere() {
        for (String page : new String[] {"/", "/copies"}) {
            assertThat(get(Role.OFFICER, page + "?lang=en").body()).as(page).contains("1 overdue");
        }
        assertThat(get(Role.OFFICER, "/copies?lang=en").body()).contains("the legal officers of Mali");
    }

    private static HttpResponse<String> get(Role role, String path) {
        return Objects.requireNonNull(READERS.get(role)).get(path);
    }
}
