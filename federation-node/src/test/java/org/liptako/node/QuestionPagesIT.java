package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

/** The regulator's questions on the pages of a whole node over real HTTP, as each role asks them in both languages. */
class QuestionPagesIT {
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
        "OPERATOR, fr, Où est chaque copie de …\u202f?",
        "OFFICER, en, Where is every copy of …?",
        "REGULATOR, fr, Qui a décidé de …",
        "ADMINISTRATOR, en, Who ruled on …",
    })
    void everyRoleIsShownTheQuestionsAsSentences(Role role, String language, String sentence) {
        HttpResponse<String> page = get(role, "/questions?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\">", sentence, "href=\"/questions/copies\"")
                .doesNotContain("<script", "style=\"", "${", "??", "{dataset}");
    }

    @Test
    void whoMayNotReadDecisionsIsToldSoAndGivenNone() {
        assertThat(get(Role.ADMINISTRATOR, "/questions?lang=en").body())
                .contains("open to operators, legal officers and regulators")
                .doesNotContain("href=\"/questions/rulings\"");
        HttpResponse<String> page = get(Role.ADMINISTRATOR, "/questions/rulings?dataset=ML-DS-001&lang=en");
        assertThat(page.body()).contains("Decisions are read in the role of").doesNotContain("id=\"answer\"");
        assertThat(get(Role.ADMINISTRATOR, "/questions/rulings/export?dataset=ML-DS-001&format=CSV")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, copies?dataset=ML-DS-001, Où est chaque copie de ML-DS-001, seulement affirmée",
        "en, copies?dataset=ML-DS-001, Where is every copy of ML-DS-001, stated only",
        "fr, abroad?state=ML, hors de son sol, Mali",
        "en, keys?state=ML, Who holds the keys, ML-DS-001",
        "en, site-holds?site=ML-BKO-1, What does the site ML-BKO-1 hold, ML-DS-001",
        "en, proofs?state=ML&days=0, have not been proved, ML-DS-001",
        "fr, refusals?since=2026-01-01&until=2026-03-03T10:15, refusé du 1 janv. 2026, Rien de ce que",
    })
    void anAnswerSaysWhatWasAskedOfWhenItIsTrueAndWhoCouldBeAsked(
            String language, String question, String sentence, String row) {
        HttpResponse<String> page = get(Role.REGULATOR, "/questions/" + question + "&lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(sentence, row, "id=\"answer\"", "id=\"coverage\"", "export?")
                .contains(language.equals("fr") ? "tel que connu le" : "as known on")
                .doesNotContain("<script", "${", "??");
    }

    @Test
    void whereItWasOnADayAsKnownOnAnotherIsAskedByTwoDates() {
        HttpResponse<String> page = get(
                Role.REGULATOR,
                "/questions/copies-then?dataset=ML-DS-001&on=2198-03-03T10:15&known=2199-03-04&lang=en");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("3 Mar 2198, 10:15,", "4 Mar 2199, ", "value=\"2198-03-03T10:15:00\"", "stated only")
                .contains("/receipts/state?dataset=ML-DS-001&amp;at=2198-03-03T10:15:00Z");
    }

    @Test
    void theHeadingSaysWhatWasAskedAsPeopleSayIt() {
        String then = get(
                        Role.REGULATOR,
                        "/questions/copies-then?dataset=ML-DS-001&on=2198-03-03T10:15&known=2199-03-04&lang=fr")
                .body();
        assertThat(then)
                .contains(
                        "<h1>Où était chaque copie de ML-DS-001 le 3 mars 2198, 10:15, tel qu&#39;on le savait le 4 mars"
                                + " 2199, 00:00\u202f?</h1>")
                .doesNotContain("s&#39;il est absent");
        String abroad = get(Role.REGULATOR, "/questions/abroad?state=ML&status=EXTERNAL&lang=en")
                .body();
        assertThat(abroad)
                .contains("Which copies of Mali lie outside its soil", "(only: outside the federation)</h1>")
                .contains("now if nothing is said")
                .doesNotContain("such as SEALED");
    }

    @Test
    void whatTwoStatesSayOfOneCopyIsOneRow() {
        String copies = "INSERT INTO registry_statement (kind, subject, place, said_by, authoritative, value,"
                + " journal_index, held_from, held_to, known_from, known_to) SELECT kind, subject, place, 'NE', false,"
                + " value, 999998, held_from, held_to, known_from, known_to FROM registry_statement WHERE kind ="
                + " 'REPLICA' AND subject = 'ML-DS-002' AND authoritative AND known_to = 'infinity'"
                + " AND held_to = 'infinity'";
        String before = get(Role.REGULATOR, "/questions/copies?dataset=ML-DS-002&lang=en")
                .body();
        mali.alter(copies);

        String after = get(Role.REGULATOR, "/questions/copies?dataset=ML-DS-002&lang=en")
                .body();

        assertThat(rows(after)).isPositive().isEqualTo(rows(before));
        assertThat(after).contains("As Niger has it").contains("entry 999998");
    }

    private static int rows(String page) {
        return page.split("<tbody>", -1).length - 1;
    }

    @ParameterizedTest
    @CsvSource({
        "en, copies-then?dataset=ML-DS-001, wants the blank on",
        "fr, copies-then?dataset=ML-DS-001, veut le champ on",
        "en, copies?dataset=ML-DS-999, does not know the dataset",
        "en, copies-then?dataset=ML-DS-001&on=2020-01-01&known=2020-01-01, does not know the dataset",
        "en, copies?dataset=%3Cscript%3E, cannot be",
        "en, proofs?state=ML&days=minus, a number of days",
        "en, copies?dataset=ML-DS-001&page=%00, page_token",
    })
    void aBlankThatIsMissingOrHasNoMeaningIsSaidWhereTheQuestionStands(String language, String question, String words) {
        HttpResponse<String> page = get(Role.OFFICER, "/questions/" + question + "&lang=" + language);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains(words, "role=\"alert\"", "class=\"question\"")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/questions/nonsense", "/questions/nonsense/export?format=CSV"})
    void aQuestionThatThereIsNotIsNowhere(String path) {
        assertThat(get(Role.OFFICER, path).statusCode()).isEqualTo(404);
    }

    @Test
    void aScriptInADatasetsNameIsText() {
        assertThat(get(Role.REGULATOR, "/questions/site-holds?site=ML-BKO-1").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<b onclick");
    }

    @ParameterizedTest
    @CsvSource({"fr, jeu", "en, dataset"})
    void aSpreadsheetHasAllOfTheAnswer(String language, String heading) {
        HttpResponse<String> file =
                get(Role.REGULATOR, "/questions/site-holds/export?site=ML-BKO-1&format=CSV&lang=" + language);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("attachment", "site-holds.csv"));
        assertThat(file.body()).startsWith("\uFEFF\"" + heading + "\"").contains("\"ML-DS-001\"", "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"JSON_LINES, application/jsonl", "DCAT, application/ld+json"})
    void programsHaveFilesOfTheirOwn(String format, String type) throws IOException {
        HttpResponse<String> file = get(Role.REGULATOR, "/questions/copies/export?dataset=ML-DS-001&format=" + format);

        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(said -> assertThat(said).startsWith(type));
        assertThat(new JsonMapper().readTree(file.body()).toString()).contains("ML-DS-001");
    }

    @Test
    void aFileThatThereIsNotIsRefusedBeforeAnythingIsSent() {
        HttpResponse<String> page = get(Role.REGULATOR, "/questions/keys/export?state=ML&format=DCAT&lang=en");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<main");
    }

    @Test
    void whoIsNotSignedInIsShownTheWayIn() throws IOException {
        TrialBrowser stranger = mali.browser();
        for (String path : new String[] {
            "/questions",
            "/questions/copies?dataset=ML-DS-001",
            "/questions/copies/export?format=CSV",
            "/receipts/state",
            "/receipts/copy",
            "/receipts/erasure"
        }) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(303);
        }
    }

    @Test
    void aReceiptIsForThoseWhoMayHaveOneMade() {
        assertThat(get(Role.ADMINISTRATOR, "/receipts/state?dataset=ML-DS-001").statusCode())
                .isEqualTo(403);
        assertThat(get(Role.REGULATOR, "/receipts/erasure?dataset=ML-DS-001&site=ML-BKO-1&lang=en")
                        .body())
                .contains("the copy is still there");
        HttpResponse<String> receipt = get(Role.REGULATOR, "/receipts/state?dataset=ML-DS-001");
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        assertThat(receipt.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("receipt-ML-DS-001.json"));
    }

    private static HttpResponse<String> get(Role role, String path) {
        return Objects.requireNonNull(READERS.get(role)).get(path);
    }
}
