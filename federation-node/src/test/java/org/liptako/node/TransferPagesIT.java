package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** The pages of transfers, of three whole nodes over real HTTP, while a copy comes from Bamako to Ouagadougou. */
class TransferPagesIT {
    private static final String DATASET = "ML-DS-008";
    private static final String NOBODYS = "ML-%032x".formatted(1);
    private static final int MEBIBYTES = 6;

    @TempDir
    private static Path directory;

    private static ConsoleRegion region;

    @BeforeAll
    static void start() throws IOException {
        SampleTree.large(directory.resolve("ML/publish/files"), MEBIBYTES);
        region = new ConsoleRegion(directory);
        region.giveAHostileName(DATASET);
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    @Test
    void anOperatorHoldsACopyBackHasItPassOthersLetsItComeAndSeesItArrive() throws IOException {
        TrialBrowser operator = region.browser(State.BF, Role.OPERATOR);
        TrialBrowser officer = region.browser(State.BF, Role.OFFICER);
        assertLeads("/transfers", act(operator, "/transfers", "pause", Map.of("scope", "ALL")));
        String page = "/transfers/" + granted();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(officer.get("/transfers?lang=fr").body())
                                .contains(
                                        page,
                                        "en attente",
                                        "BF-OUA-1",
                                        "Tout ce qui vient ici, depuis le",
                                        "exploitant de BF-OUA-1"));
        assertThat(officer.get("/transfers").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<b onclick", "/transfers/resume");

        Map<String, String> urgent = Map.of("grant", serial(page), "priority", "URGENT");
        assertLeads(page, act(operator, page, "priority", urgent));
        assertLeads(page, act(operator, page, "priority", urgent));
        assertThat(operator.get(page + "?lang=en").body())
                .contains(
                        "The transfer of ML-DS-008", "<option value=\"URGENT\" selected=\"selected\">urgent</option>");

        assertLeads(page, act(operator, page, "pause", Map.of("scope", serial(page))));
        assertLeads("/transfers", act(operator, page, "resume", Map.of("scope", "ALL")));
        assertLeads("/transfers", act(operator, page, "resume", Map.of("scope", "ALL")));
        assertThat(operator.get(page).body()).contains("The transfer " + serial(page) + " alone, since");
        assertLeads(page, act(operator, page, "resume", Map.of("scope", serial(page))));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(operator.get(page).body())
                        .contains(
                                "arrived, proved and sealed",
                                "100%: 6.3\u00a0MB of 6.3\u00a0MB; 0\u00a0B left",
                                "Mali, Burkina Faso",
                                ", article ")
                        .doesNotContain("action=\"/transfers/", "??"));
        assertThat(operator.get("/transfers").body())
                .contains("No transfer runs or waits.", "Nothing is paused.", page);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Les transferts vers ce centre, Aucun transfert ne court ni n&#39;attend., Actualiser",
        "en, Transfers into this data centre, No transfer runs or waits., Refresh"
    })
    void aDataCentreToWhichNothingComesIsToldSo(String language, String title, String none, String refresh)
            throws IOException {
        HttpResponse<String> page = region.browser(State.NE, Role.REGULATOR).get("/transfers?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\">", title, none, refresh)
                .doesNotContain("<script", "http-equiv", "??");
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void whoIsNoOperatorLooksAndDoesNotAct(Role role) throws IOException {
        TrialBrowser browser = region.browser(State.NE, role);

        assertThat(browser.get("/transfers").body()).doesNotContain("action=\"/transfers/");
        assertThat(browser.get("/transfers/" + NOBODYS).statusCode()).isEqualTo(404);
        assertThatNothingCanBeDoneBy(browser);
    }

    @Test
    void theOperatorOfAnotherDataCentreOfTheStateLooksAndDoesNotAct() throws IOException {
        TrialBrowser browser = region.browser(State.NE, Party.at(new SiteId("NE-MIN-1"), Role.OPERATOR, "7"));

        assertThat(browser.get("/transfers").body()).doesNotContain("action=\"/transfers/");
        assertThatNothingCanBeDoneBy(browser);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void anotherStatesPeopleAreNotLetIn(Role role) {
        assertThatThrownBy(() -> region.link(State.NE, TrialRegion.someone(State.ML, role)))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("STATE_NOT_ENTITLED");
    }

    @Test
    void aFormThatIsNotOfOnesOwnPageDoesNothing() throws IOException {
        TrialBrowser operator = region.browser(State.NE, Role.OPERATOR);
        TrialBrowser colleague = region.browser(State.NE, Role.OPERATOR);
        String others = TrialBrowser.form(colleague.get("/transfers")).get("key");

        assertThat(operator.post("/transfers/pause", Map.of("scope", "ALL")).statusCode())
                .isEqualTo(403);
        assertThat(operator.post("/transfers/pause", Map.of("scope", "ALL", "key", others))
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.get("/transfers?lang=en").body()).contains("Nothing is paused.");
    }

    @ParameterizedTest
    @CsvSource({
        "pause, scope, <script>",
        "pause, scope, XX",
        "resume, scope, ''",
        "start, grant, ML-1",
        "priority, grant, ../../x"
    })
    void whatNobodyCanMeanIsRefusedWithASentence(String act, String field, String value) throws IOException {
        TrialBrowser operator = region.browser(State.NE, Role.OPERATOR);

        HttpResponse<String> refused = act(operator, "/transfers?lang=en", act, Map.of(field, value));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("A grant is named by").doesNotContain("<script", "../../x");
    }

    @Test
    void aTransferThatIsNotThereIsSaidNotToBe() throws IOException {
        TrialBrowser operator = region.browser(State.NE, Role.OPERATOR);
        Map<String, String> unknown = Map.of("grant", NOBODYS, "priority", "HIGH");
        Map<String, String> unheard = Map.of("grant", NOBODYS, "priority", "HIGHEST");

        assertThat(operator.get("/transfers/%3Cscript%3E").statusCode()).isEqualTo(400);
        assertThat(operator.get("/transfers/" + NOBODYS + "?lang=en").body())
                .contains("No transfer into site NE-NIM-1");
        assertThat(act(operator, "/transfers", "priority", unknown).statusCode())
                .isEqualTo(404);
        assertThat(act(operator, "/transfers", "priority", unheard).body()).contains("Choose a priority");
    }

    @Test
    void anOperatorSetsRatesAndHoursAndGoesBackToTheConfiguration() throws IOException {
        TrialBrowser operator = region.browser(State.NE, Role.OPERATOR);
        TrialBrowser officer = region.browser(State.NE, Role.OFFICER);
        Map<String, String> limit =
                Map.of("peer", "ML", "receive", "80 Mbit/s", "serve", "", "windows", "00:00-24:00 20 Mbit/s");

        assertLeads("/transfers", act(operator, "/transfers?lang=en", "limits", limit));
        assertThat(officer.get("/transfers?lang=en").body())
                .contains("receive: 80 Mbit/s; serve: no limit; hours: 00:00-00:00 20 Mbit/s (Z), open now")
                .contains("set by operator of NE-NIM-1 (")
                .doesNotContain("action=\"/transfers/limits\"");

        assertLeads("/transfers", act(operator, "/transfers", "limits", Map.of("peer", "ML", "configured", "true")));
        assertThat(officer.get("/transfers").body()).contains("as configured").doesNotContain("80 Mbit/s");

        HttpResponse<String> refused =
                act(operator, "/transfers", "limits", Map.of("peer", "ML", "receive", "<script>"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("cannot be read; for example: 80 Mbit/s")
                .doesNotContain("<script");
        assertThat(act(operator, "/transfers", "limits", Map.of("peer", "NE")).body())
                .contains("Name another State");
    }

    private static void assertThatNothingCanBeDoneBy(TrialBrowser browser) {
        for (String act : new String[] {"pause", "resume", "priority", "start", "limits"}) {
            HttpResponse<String> refused =
                    act(browser, "/transfers", act, Map.of("scope", "ALL", "grant", NOBODYS, "priority", "HIGH"));
            assertThat(refused.statusCode()).as(act).isEqualTo(403);
        }
        assertThat(browser.get("/transfers?lang=en").body()).contains("Nothing is paused.");
    }

    /** Sends a form of a page, with the key that the page holds. */
    private static HttpResponse<String> act(TrialBrowser browser, String page, String act, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("key", TrialBrowser.form(browser.get(page)).get("key"));
        return browser.post("/transfers/" + act, form);
    }

    private static void assertLeads(String where, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(where);
    }

    private static String serial(String page) {
        return page.substring("/transfers/".length());
    }

    private static String granted() {
        ReplicaServiceGrpc.newBlockingStub(region.nodes().channel(State.ML, TrialRegion.operator(State.ML)))
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(DATASET)
                        .setDirectory("files")
                        .build());
        return region.nodes().grantToOuagadougou("transfer-pages-1", DATASET, true);
    }
}
