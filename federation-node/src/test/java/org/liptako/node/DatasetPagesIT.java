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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.Role;

/** The datasets' pages of a whole node over real HTTP, as each role sees them in both languages. */
class DatasetPagesIT {
    private static final String SCRIPT = "<script";

    @TempDir
    private static Path directory;

    private static ConsoleScene mali;
    private static final Map<Role, TrialBrowser> READERS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() throws IOException {
        mali = new ConsoleScene(directory);
        for (Role role : new Role[] {Role.OPERATOR, Role.OFFICER, Role.REGULATOR, Role.ADMINISTRATOR}) {
            READERS.put(role, mali.browser(role));
        }
    }

    @AfterAll
    static void stop() {
        mali.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, fr, Les jeux de données",
        "OFFICER, fr, Les jeux de données",
        "REGULATOR, fr, Les jeux de données",
        "ADMINISTRATOR, fr, Les jeux de données",
        "OPERATOR, en, The datasets",
        "OFFICER, en, The datasets",
        "REGULATOR, en, The datasets",
        "ADMINISTRATOR, en, The datasets",
    })
    void everyRoleIsShownTheDatasets(Role role, String language, String title) {
        HttpResponse<String> page = get(role, "/datasets?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "<html lang=\"" + language + "\">", title, "href=\"/datasets/ML-DS-001\"", "Bamako (ML-BKO-1)")
                .contains("aria-current=\"page\"")
                .doesNotContain(SCRIPT, "style=\"", "${", "??");
    }

    @ParameterizedTest
    @CsvSource({
        "q=etat+civil, ML-DS-001, ML-DS-008",
        "q=Customs, ML-DS-004, ML-DS-001",
        "classification=PUBLIC, ML-DS-014, ML-DS-001",
        "site=XX-EU-1, ML-DS-004, ML-DS-001",
        "proof=UNPROVED, ML-DS-001, Aucun jeu",
        "state=ML&classification=INTERNAL, ML-DS-008, ML-DS-014",
        "classification=%00%27, ML-DS-001, Aucun jeu",
    })
    void aSearchShowsWhatMatchesAndNothingElse(String query, String there, String notThere) {
        HttpResponse<String> page = get(Role.REGULATOR, "/datasets?lang=fr&" + query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/datasets/" + there + "\"").doesNotContain("/datasets/" + notThere + "\"");
    }

    @Test
    void whatTheRulesDoNotAdmitIsFoundByThat() {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(get(Role.OFFICER, "/datasets?finding=FORBIDDEN&site=XX-EU-1")
                                .body())
                        .contains("/datasets/ML-DS-004\"")
                        .doesNotContain("/datasets/ML-DS-001\""));
        assertThat(get(Role.OFFICER, "/datasets?finding=FORBIDDEN&site=ML-SIK-1")
                        .body())
                .doesNotContain("/datasets/ML-DS-004\"");
    }

    @ParameterizedTest
    @CsvSource({"fr, Aucun jeu de données ne correspond", "en, No dataset matches"})
    void aSearchThatFindsNothingSaysWhatToDo(String language, String words) {
        assertThat(get(Role.OPERATOR, "/datasets?q=xyzzy&lang=" + language).body())
                .contains(words, "value=\"xyzzy\"")
                .doesNotContain("/datasets/ML-");
    }

    @Test
    void whatWasTypedComesBackAsText() {
        assertThat(get(Role.OFFICER, "/datasets?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .contains("&quot;&gt;&lt;script&gt;")
                .doesNotContain(SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/datasets", "/datasets/ML-DS-015"})
    void aScriptInADatasetsNameIsText(String path) {
        assertThat(get(Role.REGULATOR, path + "?lang=fr").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain(SCRIPT, "<b onclick");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/datasets",
                "/datasets/ML-DS-001",
                "/datasets/ML-DS-001?held=2026-03-03",
                "/datasets/ML-DS-001/hosts"
            })
    void whoIsNotSignedInIsShownTheWayIn(String path) throws IOException {
        HttpResponse<String> page = mali.browser().get(path);

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, fr, La copie se trouve à, Ce qui a été décidé",
        "OFFICER, fr, La copie se trouve à, Ce qui a été décidé",
        "REGULATOR, en, The copy lies in, What was decided",
        "ADMINISTRATOR, en, The copy lies in, Decisions are read in the role of",
    })
    void everyRoleIsShownADatasetWithTheFiveFactsApart(Role role, String language, String lies, String rulings) {
        HttpResponse<String> page = get(role, "/datasets/ML-DS-004?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\">", lies, rulings, "XX-EU-1", "Paris", "ML-DS-004")
                .contains(
                        language.equals("fr")
                                ? new String[] {
                                    "exploité par", "appartient à", "à distance depuis", "Les clés sont tenues par"
                                }
                                : new String[] {"operated by", "belongs to", "from afar", "The keys are held by"})
                .doesNotContain(SCRIPT, "style=\"", "${", "??");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR"})
    void aDecisionIsShownWithItsRulesAndArticlesToThoseWhoMayReadIt(Role role) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(
                                get(role, "/datasets/ML-DS-004?lang=fr").body())
                        .contains("constat sur une copie déjà là", "ML-SOL-2", "hébergement des données publiques"));
        assertThat(get(Role.ADMINISTRATOR, "/datasets/ML-DS-004?lang=fr").body())
                .contains("Les décisions se lisent avec le rôle")
                .doesNotContain("constat sur une copie déjà là");
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, fr, Ne peuvent pas l&#39;accueillir, Peuvent l&#39;accueillir",
        "OFFICER, en, May not host it, May host it",
        "REGULATOR, en, May not host it, May host it",
        "ADMINISTRATOR, fr, Ne peuvent pas l&#39;accueillir, Peuvent l&#39;accueillir",
    })
    void everyRoleIsToldWhoMayHostItAndWhoMayNotByWhichRule(Role role, String language, String mayNot, String may) {
        HttpResponse<String> page = get(role, "/datasets/ML-DS-008/hosts?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        String body = page.body();
        assertThat(body)
                .contains("<html lang=\"" + language + "\">", mayNot, may, "/datasets/ML-DS-008\"")
                .doesNotContain(SCRIPT, "style=\"", "${", "??");
        assertThat(part(body, "hosts-MAY")).contains("ML-BKO-1", "ML-SIK-1", "<cite>");
        assertThat(part(body, "hosts-MAY_NOT")).contains("XX-EU-1", "<strong>ML-", "<cite>");
        assertThat(get(role, "/datasets/ML-DS-008").body()).contains("href=\"/datasets/ML-DS-008/hosts\"");
    }

    /** What stands from one heading to the next. */
    private static String part(String body, String id) {
        String from = body.substring(body.indexOf("<h2 id=\"" + id + "\""));
        return from.substring(0, from.indexOf("</section>"));
    }

    @Test
    void receiptsAreOfferedToThoseWhoMayHaveThemMade() {
        String copy = "href=\"/receipts/copy?dataset=ML-DS-001&amp;site=ML-BKO-1\"";
        String state = "href=\"/receipts/state?dataset=ML-DS-001";

        assertThat(get(Role.REGULATOR, "/datasets/ML-DS-001").body()).contains(copy, state + "\"");
        assertThat(get(Role.REGULATOR, "/datasets/ML-DS-001?held=2199-03-03").body())
                .contains(state + "&amp;at=2199-03-03T00:00:00Z\"")
                .doesNotContain(copy);
        assertThat(get(Role.REGULATOR, "/datasets/ML-DS-001?known=2199-03-03").body())
                .doesNotContain("href=\"/receipts/");
        assertThat(get(Role.ADMINISTRATOR, "/datasets/ML-DS-001").body()).doesNotContain("href=\"/receipts/");
        assertThat(get(Role.ADMINISTRATOR, "/questions/copies?dataset=ML-DS-001")
                        .body())
                .contains("id=\"answer\"")
                .doesNotContain("href=\"/receipts/");
    }

    @ParameterizedTest
    @CsvSource({"fr, Vrai le, Aucune copie n&#39;est inscrite", "en, True of, No copy is recorded"})
    void ofADayBeforeTheFederationItSaysThatNothingIsRecordedAndOfWhen(
            String language, String validity, String nothing) {
        HttpResponse<String> page = get(Role.REGULATOR, "/datasets/ML-DS-001?held=2020-03-03T10:15&lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(validity, nothing, "value=\"2020-03-03T10:15:00\"", "2020");
    }

    @Test
    void theTwoDatesAreApart() {
        String page = get(Role.REGULATOR, "/datasets/ML-DS-001?held=2199-01-01&known=2020-01-01&lang=en")
                .body();

        assertThat(page).contains("1 Jan 2199", "as known on 1 Jan 2020", "No copy is recorded");
        assertThat(get(Role.REGULATOR, "/datasets/ML-DS-001?lang=en").body())
                .contains("stated, not proved", "Bamako")
                .doesNotContain("This is not the present");
    }

    @ParameterizedTest
    @CsvSource({
        "/datasets/ML-DS-999?lang=en, 404, does not know the dataset ML-DS-999",
        "/datasets/nonsense?lang=en, 400, a dataset",
        "/datasets/ML-DS-999/hosts?lang=en, 404, does not know the dataset ML-DS-999",
        "/datasets/ML-DS-001?held=3+mars&lang=fr, 400, 2026-03-01T06:00:00Z",
        "/datasets?state=XX&lang=en, 400, BF or NE",
        "/datasets?after=%3Cscript%3E&lang=en, 400, a dataset",
    })
    void anAddressThatSomebodyMadeUpIsAnsweredByAPage(String path, int status, String words) {
        HttpResponse<String> page = get(Role.OPERATOR, path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(words, "<main").doesNotContain(SCRIPT);
    }

    @Test
    void aFaultShowsANumberAndNothingOfTheInside() {
        mali.alter("ALTER TABLE inquiry_ruling RENAME TO inquiry_ruling_away");
        try {
            HttpResponse<String> page = get(Role.OPERATOR, "/datasets/ML-DS-001?lang=en");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).contains("Reference number").doesNotContain("inquiry_ruling", "SELECT");
        } finally {
            mali.alter("ALTER TABLE inquiry_ruling_away RENAME TO inquiry_ruling");
        }
    }

    @Test
    void thePagesAreLight() {
        assertThat(get(Role.OPERATOR, "/datasets").body().length()).isLessThan(100_000);
        assertThat(get(Role.OPERATOR, "/datasets/ML-DS-001").body().length()).isLessThan(100_000);
    }

    private static HttpResponse<String> get(Role role, String path) {
        return Objects.requireNonNull(READERS.get(role)).get(path);
    }
}
