package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.rulebook.TrialLaw;
import org.liptako.node.rulebook.TrialPress;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;

/** A rule that was written on the pages goes on to be an edition that waits for signatures. */
class RuleDraftPagesIT {
    private static final Credential OFFICER =
            TrialRegion.tree().officer(State.ML, 1).read();
    private static final List<String> AFTER_ITS_NAME = List.of(
            "Copies au Niger",
            "Copies in Niger",
            "Rien ne va au Niger.",
            "Nothing goes to Niger.",
            "Loi 1",
            "3",
            "exemple",
            "",
            "1er juillet 2027",
            "",
            "",
            "interdire",
            "",
            "origine",
            "",
            "oui",
            "fait",
            "lieu.etat",
            "est",
            "NE");

    @TempDir
    private static Path directory;

    private static ConsoleScene mali;

    @BeforeAll
    static void start() throws IOException {
        mali = ConsoleScene.withoutRules(directory);
        try (NodeConnection connection = mali.connection(OFFICER)) {
            TrialPress press = new TrialPress(connection);
            press.publish(Jurisdiction.AES, TrialLaw.samples(Jurisdiction.AES, ""), Instant.EPOCH);
            press.publish(Jurisdiction.ML, TrialLaw.samples(Jurisdiction.ML, ""), Instant.EPOCH);
        }
        // Editions are dated by whole seconds, each after the one before.
        Instant published = Instant.now();
        await().until(() -> Instant.now().isAfter(published.plusSeconds(1)));
    }

    @AfterAll
    static void stop() {
        mali.close();
    }

    @Test
    void anOfficerWeighsTheEditionThatTheirRuleMakesAndSubmitsItForSignatures() throws IOException {
        TrialBrowser officer = browser();
        HttpResponse<String> written = written(officer, "/rules/ML/write", "ML-ESSAI-1");
        assertThat(written.body()).contains("En faire une édition").doesNotContain("value=\"submit\"");

        HttpResponse<String> weighed = act(officer, "/rules/ML/write", written, "weigh", "1er juillet 2027");

        assertThat(weighed.statusCode()).as("%s", weighed.body()).isEqualTo(200);
        assertThat(weighed.body())
                .contains(
                        "Version 2 du recueil, en vigueur à partir du 1", "À signer par 2 agents", "value=\"submit\"");
        assertThat(officer.get("/signing?lang=fr").body()).doesNotContain("href=\"/signing/");

        HttpResponse<String> submitted = act(officer, "/rules/ML/write", weighed, "submit", "1er juillet 2027");

        assertThat(submitted.statusCode()).as("%s", submitted.body()).isEqualTo(303);
        String waiting = submitted.headers().firstValue("Location").orElseThrow();
        assertThat(waiting).startsWith("/signing/");
        assertThat(officer.get(waiting + "?lang=fr").body())
                .contains("ML-ESSAI-1", "<ins>Rien ne va au Niger.</ins>", "Soumise par juriste, Mali (1)");
    }

    @Test
    void whatIsNoDayIsToldOnThePageAndNothingIsSubmitted() throws IOException {
        TrialBrowser officer = browser();
        HttpResponse<String> written = written(officer, "/rules/ML/write", "ML-ESSAI-2");

        for (String act : List.of("weigh", "submit")) {
            HttpResponse<String> wrong = act(officer, "/rules/ML/write", written, act, "<b>bientôt");

            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("pas un jour").doesNotContain("<b>bient");
        }
        assertThat(act(officer, "/rules/ML/write", officer.get("/rules/ML/write"), "submit", "2027-07-01")
                        .statusCode())
                .isNotEqualTo(303);
    }

    @Test
    void anEditionOfTheAllianceIsSentToTheCommandLine() throws IOException {
        TrialBrowser officer = browser();
        HttpResponse<String> written = written(officer, "/rules/AES/write", "AES-ESSAI-1");

        HttpResponse<String> refused = act(officer, "/rules/AES/write", written, "weigh", "2027-07-01");

        assertThat(refused.statusCode()).as("%s", refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("se signe dans les trois États");
    }

    private static TrialBrowser browser() throws IOException {
        TrialBrowser browser = mali.browser();
        browser.signIn(mali.link(OFFICER));
        return browser;
    }

    private static HttpResponse<String> written(TrialBrowser officer, String path, String rule) {
        HttpResponse<String> page = answer(officer, path, officer.get(path + "?lang=fr"), rule);
        for (String answer : AFTER_ITS_NAME) {
            page = answer(officer, path, page, answer);
        }
        return page;
    }

    private static HttpResponse<String> answer(
            TrialBrowser officer, String path, HttpResponse<String> page, String answer) {
        Map<String, String> form = new LinkedHashMap<>(TrialBrowser.form(page));
        form.put("answer", answer);
        form.put("act", "go");
        return officer.post(path, form);
    }

    private static HttpResponse<String> act(
            TrialBrowser officer, String path, HttpResponse<String> page, String act, String from) {
        Map<String, String> form = new LinkedHashMap<>(TrialBrowser.form(page));
        form.put("from", from);
        form.put("act", act);
        return officer.post(path, form);
    }
}
