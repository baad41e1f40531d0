package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.ListPlacementsRequest;
import org.liptako.placement.v1.PlacementServiceGrpc;

/** Weighing a placement, and asking for it, on the pages of three whole nodes over real HTTP. */
class PlacePagesIT {
    private static final String HOSTILE = "ML-DS-015";
    private static final String BARE = "/place?lang=en&dataset=ML-DS-008&operation=REPLICATE&target=BF-OUA-1";
    private static final String WHOLE = BARE + "&encrypted=true&return=true";
    private static final String ASKED = WHOLE + "&purpose=CONTINUITY";
    private static final String ASK = "<button type=\"submit\">Request</button>";

    @TempDir
    private static Path directory;

    private static ConsoleRegion region;

    @BeforeAll
    static void start() throws IOException {
        region = new ConsoleRegion(directory);
        region.giveAHostileName(HOSTILE);
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Placer une copie, Jeu de données, Opération, Lieu de la copie, Vérifier",
        "en, Place a copy, Dataset, Operation, Place of the copy, Check"
    })
    void aFormAsksForThreeThingsAndNothingIsAskedOfTheRulesYet(
            String language, String title, String dataset, String operation, String target, String check)
            throws IOException {
        HttpResponse<String> page = region.browser(State.ML, Role.OPERATOR).get("/place?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\">", title, dataset, operation, target, check)
                .contains("<option value=\"ML-DS-008\">", "<optgroup label=\"Burkina Faso\">", "<details>")
                .doesNotContain("id=\"advice\"", "BF-DS-008", "<script", "<b onclick", "role=\"alert\"", "??");
    }

    @Test
    void aScriptInADatasetsNameIsText() throws IOException {
        TrialBrowser operator = region.browser(State.ML, Role.OPERATOR);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(operator.get("/place").body())
                        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                        .doesNotContain("<script", "<b onclick"));
    }

    @Test
    void whatIsMissingIsNamedAndAskedForBeforeARequestIsOffered() throws IOException {
        TrialBrowser operator = region.browser(State.ML, Role.OPERATOR);

        assertThat(operator.get(BARE).body())
                .contains(
                        "indeterminate",
                        "What is missing",
                        "Encrypted copy (copy.encrypted): to be said in the request",
                        "Add to the question what is missing")
                .containsSubsequence("id=\"encrypted\"", "id=\"return\"", "<details>", "id=\"purpose\"", "</details>")
                .doesNotContain(ASK);
        assertThat(operator.get(WHOLE).body())
                .contains("Mali (home State)", "Burkina Faso (host State)", "preview: its node judges by itself")
                .contains("Alliance of Sahel States", "ML-COPIE-1", "BF-COPIE-1", ", article ", "sample")
                .contains("What will be owed", "Encrypt before sending (AES-2)", "it binds nobody", ASK);
    }

    @Test
    void whatTheRulesRefuseIsSaidWithTheArticleAndNotOffered() throws IOException {
        assertThat(region.browser(State.ML, Role.OPERATOR)
                        .get(BARE + "&encrypted=false&return=true")
                        .body())
                .contains("deny", "prohibited by", "AES-2", "Every copy that crosses a border is encrypted")
                .contains(", article to be verified", "A request would be refused now")
                .doesNotContain(ASK);
    }

    @Test
    void anOperatorAsksAndTheSameAskedTwiceIsOneRequestAndSaysSo() throws IOException {
        TrialBrowser operator = region.browser(State.ML, Role.OPERATOR);
        Map<String, String> form = TrialBrowser.form(operator.get(ASKED));
        Map<String, String> loadedAgain = TrialBrowser.form(operator.get(ASKED));

        HttpResponse<String> first = operator.post("/place", form);
        HttpResponse<String> second = operator.post("/place", loadedAgain);

        assertThat(first.statusCode()).isEqualTo(303);
        String where = first.headers().firstValue("Location").orElseThrow();
        assertThat(where).isEqualTo("/place/" + form.get("id"));
        String again = second.headers().firstValue("Location").orElseThrow();
        assertThat(again).isEqualTo(where + "?again=true");
        assertThat(operator.get(again).body()).contains("This was requested already");
        assertThat(operator.get(where).body()).doesNotContain("This was requested already");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(operator.get(where).body())
                        .contains(
                                "granted and accepted",
                                "ML-COPIE-1",
                                "BF-COPIE-1",
                                "Encrypted copy",
                                "operator of ML-BKO-1")
                        .doesNotContain("preview", "ML operator", "??"));
        assertThat(operator.get("/place").body()).contains(where, "Replicate: ML-DS-008, at BF-OUA-1");
        assertThat(operator.get(ASKED).body())
                .contains("It is requested already", where, "granted and accepted")
                .doesNotContain(ASK);
        assertThat(requests(Objects.requireNonNull(form.get("id")))).isEqualTo(1);

        Map<String, String> other = new HashMap<>(form);
        other.put("target", "NE-NIM-1");
        HttpResponse<String> taken = operator.post("/place", other);
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.body()).contains("was already used for another request");
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void whoIsNoOperatorWeighsAndDoesNotAsk(Role role) throws IOException {
        TrialBrowser browser = region.browser(State.ML, role);
        HttpResponse<String> page = browser.get(WHOLE);
        Map<String, String> form = question("console-0001");
        form.put("key", TrialBrowser.form(page).get("key"));

        assertThat(page.body())
                .contains("ML-COPIE-1", "Only an operator of the State can request it")
                .doesNotContain(ASK, "method=\"post\" action=\"/place\"");
        assertThat(browser.post("/place", form).statusCode()).isEqualTo(403);
        assertThat(browser.get("/place/console-0001").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsForAnotherDataCentresOperatorIsNotOfferedAndSaidToBeTheirs() throws IOException {
        String question = "/place?lang=en&dataset=ML-DS-010&operation=REPATRIATE&target=ML-SIK-1&encrypted=false";
        HttpResponse<String> page = region.browser(State.ML, Role.OPERATOR).get(question);

        assertThat(page.body())
                .contains("a request on ML-SIK-1 is for that site&#39;s operator")
                .doesNotContain(ASK);
    }

    @Test
    void anotherStatesOperatorIsSentToItsNode() throws IOException {
        TrialBrowser operator = region.browser(State.BF, Role.OPERATOR);
        Map<String, String> form = question("console-0002");
        HttpResponse<String> page = operator.get(WHOLE);
        form.put("key", TrialBrowser.form(page).get("key"));

        assertThat(page.body())
                .contains("This dataset is another State&#39;s; ask its node.")
                .doesNotContain("id=\"advice\"", ASK);
        HttpResponse<String> asked = operator.post("/place", form);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("Mali");
    }

    @Test
    void aFormThatIsNotOfOnesOwnPageAsksForNothing() throws IOException {
        TrialBrowser operator = region.browser(State.ML, Role.OPERATOR);
        TrialBrowser colleague = region.browser(State.ML, Role.OPERATOR);
        Map<String, String> form = question("console-0003");

        assertThat(operator.post("/place", form).statusCode()).isEqualTo(403);
        form.put("key", TrialBrowser.form(colleague.get("/place")).get("key"));
        assertThat(operator.post("/place", form).statusCode()).isEqualTo(403);
        assertThat(requests("console-0003")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "dataset=ML-DS-008, 'Choose a dataset, an operation and a place.'",
        "dataset=%3Cscript%3E&operation=REPLICATE&target=BF-OUA-1, is no name of a dataset",
        "dataset=ML-DS-999&operation=REPLICATE&target=BF-OUA-1, No State has recorded a dataset",
        "dataset=ML-DS-008&operation=REPLICATE&target=%3Cscript%3E, This place has not the form",
        "dataset=ML-DS-008&operation=REPLICATE&target=BF-XXX-1, has not recorded a site",
        "dataset=ML-DS-008&operation=DANCE&target=BF-OUA-1, is not of the vocabulary in force",
        "dataset=ML-DS-008&operation=REPLICATE&target=BF-OUA-1&encrypted=maybe, is not of the vocabulary in force",
        "dataset=ML-DS-008&operation=REPLICATE&target=BF-OUA-1&purpose=FUN, is not of the vocabulary in force"
    })
    void whatCannotBeJudgedIsSaidBesideTheForm(String query, String words) throws IOException {
        HttpResponse<String> page = region.browser(State.ML, Role.OPERATOR).get("/place?lang=en&" + query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("role=\"alert\"", words, ">Check</button>")
                .doesNotContain("<script", "id=\"advice\"");
    }

    @Test
    void aRequestThatNobodyMadeIsSaidNotToBeThere() throws IOException {
        TrialBrowser operator = region.browser(State.ML, Role.OPERATOR);
        Map<String, String> form = question("<script>");
        form.put("key", TrialBrowser.form(operator.get("/place?lang=en")).get("key"));

        assertThat(operator.get("/place/console-9999").statusCode()).isEqualTo(404);
        assertThat(operator.get("/place/x").statusCode()).isEqualTo(400);
        HttpResponse<String> refused = operator.post("/place", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("A request is named by").doesNotContain("<script");
    }

    private static Map<String, String> question(String id) {
        Map<String, String> form = new HashMap<>();
        form.put("id", id);
        form.put("dataset", "ML-DS-008");
        form.put("operation", "REPLICATE");
        form.put("target", "BF-OUA-1");
        form.put("encrypted", "true");
        form.put("return", "true");
        return form;
    }

    private static long requests(String id) {
        return PlacementServiceGrpc.newBlockingStub(region.nodes().channel(State.ML, TrialRegion.operator(State.ML)))
                .listPlacements(ListPlacementsRequest.getDefaultInstance())
                .getPlacementsList()
                .stream()
                .filter(placement -> placement.getRequestId().equals(id))
                .count();
    }
}
