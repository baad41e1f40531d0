package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.rulebook.TrialLaw;
import org.liptako.node.rulebook.TrialPress;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;

/** Editions that wait for their officers, on the pages of a whole node, over real HTTP; keys sign here as a browser's do. */
class SigningPagesIT {
    private static final String RULE = """
              - id: ML-ESSAI-NUMBER
                titre: {fr: "Copies au Niger", en: "Copies in Niger"}
                texte: {fr: "Rien ne va au Niger.", en: "Nothing goes to Niger."}
                base_legale: [{instrument: "Loi 1", article: "3", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2026-01-01}
                condition: {fait: lieu.etat, est: NE}
            """;
    private static final Pattern ATTRIBUTES = Pattern.compile("data-attributes=\"([^\"]+)\"");
    private static final Credential AMINATA = officer(1);
    private static final Credential BOUBACAR = officer(2);

    @TempDir
    private static Path directory;

    private static ConsoleScene mali;
    private static NodeConnection connection;
    private static TrialPress press;
    private static final AtomicInteger DRAFTS = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        mali = ConsoleScene.withoutRules(directory);
        connection = mali.connection(AMINATA);
        press = new TrialPress(connection);
        press.publish(Jurisdiction.AES, TrialLaw.samples(Jurisdiction.AES, ""), Instant.EPOCH);
        press.publish(Jurisdiction.ML, TrialLaw.samples(Jurisdiction.ML, ""), Instant.EPOCH);
    }

    @AfterAll
    static void stop() {
        connection.close();
        mali.close();
    }

    @Test
    void theSecondOfTwoOfficersPutsItInForceUnderBothNames() throws Exception {
        String digest = press.submit(Jurisdiction.ML, draft(), Instant.EPOCH);
        TrialBrowser first = browser(AMINATA);
        TrialBrowser second = browser(BOUBACAR);
        assertThat(first.get("/rules?lang=fr").body()).contains("href=\"/signing\"");
        assertThat(first.get("/signing?lang=fr").body()).contains("/signing/" + digest, "aucune signature sur 2");

        HttpResponse<String> once = sign(first, digest, AMINATA);

        assertThat(once.statusCode()).isEqualTo(303);
        assertThat(location(once)).isEqualTo("/signing/" + digest);
        assertThat(first.get("/signing/" + digest + "?lang=fr").body())
                .contains("Vous avez signé", "une signature")
                .doesNotContain("data-attributes");
        byte[] document =
                first.get("/signing/" + digest + "/edition.json").body().getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> twice = sign(second, digest, BOUBACAR);

        assertThat(twice.statusCode()).isEqualTo(303);
        assertThat(location(twice)).startsWith("/rules/ML?version=");
        assertThat(second.get(location(twice) + "&lang=fr").body())
                .contains("Signée par juriste, Mali (1)\u202f; juriste, Mali (2).");
        assertThat(second.get("/signing/" + digest).statusCode()).isEqualTo(404);
        press.follows(Jurisdiction.ML, document, draft());
    }

    @Test
    void onePersonDoesNotSignTwice() throws Exception {
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);
        HttpResponse<String> page = browser.get("/signing/" + digest);
        browser.post("/signing/" + digest, signed(page, AMINATA));

        HttpResponse<String> again = browser.post("/signing/" + digest, signed(page, AMINATA));

        refused(again, "a déjà signé");
        assertThat(browser.get("/signing/" + digest + "?lang=fr").body()).contains("une signature");
    }

    @Test
    void oneKeyIsOnePersonWhateverItsName() throws Exception {
        Party one = Party.of(State.ML, Role.OFFICER, "one");
        KeyPair key = TrialRegion.newKey(one);
        Credential first = TrialRegion.of(one, key);
        Credential second = TrialRegion.of(Party.of(State.ML, Role.OFFICER, "two"), key);
        String digest = waiting();
        sign(browser(first), digest, first);

        refused(sign(browser(second), digest, second), "a déjà signé");
    }

    @Test
    void aSignatureByAnothersKeyCountsForNobody() throws Exception {
        String digest = waiting();

        refused(sign(browser(AMINATA), digest, BOUBACAR), "ne compte pas");
        assertThat(browser(AMINATA).get("/signing/" + digest + "?lang=fr").body())
                .contains("aucune signature");
    }

    @Test
    void aSignatureOfAnotherEditionDoesNotCountForThisOne() throws Exception {
        String other = waiting();
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);
        Map<String, String> form = signed(browser.get("/signing/" + other), AMINATA);

        refused(browser.post("/signing/" + digest, form), "ne compte pas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64", "<script>alert(1)</script>"})
    void whatIsNoSignatureIsToldOnThePageAndNotKept(String made) throws Exception {
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);
        Map<String, String> form = signed(browser.get("/signing/" + digest), AMINATA);
        form.put("signature", made);

        HttpResponse<String> answer = browser.post("/signing/" + digest, form);

        refused(answer, "signature");
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-01-01T00:00:00Z", "2199-01-01T00:00:00Z", "yesterday"})
    void aTimeThatThePageDidNotGiveIsNotTaken(String at) throws Exception {
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);
        Map<String, String> form = signed(browser.get("/signing/" + digest), AMINATA);
        form.put("at", at);

        assertThat(browser.post("/signing/" + digest, form).statusCode()).isEqualTo(400);
    }

    @Test
    void aSignatureMadeByTheCommandLineIsAddedAndCounts() throws Exception {
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);
        byte[] document =
                browser.get("/signing/" + digest + "/edition.json").body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> form = new LinkedHashMap<>(TrialBrowser.form(browser.get("/signing/" + digest)));
        form.put(
                "signatures", Base64.getEncoder().encodeToString(QuorumSigner.sign(document, BOUBACAR, Instant.now())));

        assertThat(browser.post("/signing/" + digest + "/add", form).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/signing/" + digest + "?lang=fr").body()).contains("une signature");
        refused(browser.post("/signing/" + digest + "/add", form), "a déjà signé");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "REGULATOR", "ADMINISTRATOR"})
    void whoIsNoLegalOfficerNeitherReadsNorSigns(Role role) throws Exception {
        String digest = waiting();
        Map<String, String> form = signed(browser(AMINATA).get("/signing/" + digest), AMINATA);
        TrialBrowser other = mali.browser(role);
        form.put("key", TrialBrowser.form(other.get("/")).get("key"));

        assertThat(other.get("/rules").body()).doesNotContain("href=\"/signing\"");
        assertThat(other.get("/signing").statusCode()).isEqualTo(403);
        assertThat(other.get("/signing/" + digest).statusCode()).isEqualTo(403);
        assertThat(other.get("/signing/" + digest + "/edition.json").statusCode())
                .isEqualTo(403);
        for (String act : new String[] {"", "/add", "/publish", "/drop"}) {
            assertThat(other.post("/signing/" + digest + act, form).statusCode())
                    .as(act)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/add", "/publish", "/drop"})
    void aFormThatAnotherPageMadeIsNotTaken(String act) throws Exception {
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);
        Map<String, String> form = signed(browser.get("/signing/" + digest), AMINATA);
        Map<String, String> keyless = new LinkedHashMap<>(form);
        keyless.remove("key");

        assertThat(browser.post("/signing/" + digest + act, keyless).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/signing/" + digest + act, form, Map.of("Origin", "https://elsewhere.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/signing/" + digest + "?lang=fr").body()).contains("aucune signature");
    }

    @Test
    void itIsNotPublishedBeforeEnoughHaveSigned() throws Exception {
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);
        sign(browser, digest, AMINATA);

        refused(
                browser.post(
                        "/signing/" + digest + "/publish",
                        Map.of("key", TrialBrowser.form(browser.get("/")).get("key"))),
                "ne suffisent pas");
    }

    @Test
    void anOfficerReadsArticleByArticleWhatTheEditionChanges() throws Exception {
        String digest = press.submit(
                Jurisdiction.ML,
                TrialLaw.samples(Jurisdiction.ML, RULE.replace("NUMBER", "CHANGE")).stream()
                        .map(file -> new SourceFile(
                                file.path(),
                                new String(file.bytes(), StandardCharsets.UTF_8)
                                        .replace("Hébergement sur le territoire", "Hébergement sur le sol")
                                        .getBytes(StandardCharsets.UTF_8)))
                        .toList(),
                Instant.EPOCH);
        TrialBrowser browser = browser(AMINATA);

        assertThat(browser.get("/signing/" + digest + "?lang=fr").body())
                .contains(
                        "à côté de la version ", "Ajoutés", "<code>ML-ESSAI-CHANGE", "<ins>Rien ne va au Niger.</ins>")
                .contains("<del>territoire</del>", "<ins>sol</ins>");
        assertThat(browser.get("/signing/" + digest + "?lang=en").body())
                .contains("beside version ", "<ins>Nothing goes to Niger.</ins>");
    }

    @Test
    void whoSubmittedItTakesItAwayAlone() throws Exception {
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);
        assertThat(browser.get("/signing/" + digest + "?lang=fr").body()).contains("Retirer cette édition");

        takesAway(browser, digest);

        assertThat(browser.get("/signing/" + digest).statusCode()).isEqualTo(404);
    }

    @Test
    void whoDidNotSubmitItNeedsOneMoreOfficerToTakeItAway() throws Exception {
        String digest = waiting();
        TrialBrowser boubacar = browser(BOUBACAR);
        assertThat(boubacar.get("/signing/" + digest + "?lang=fr").body())
                .contains("il faut deux agents juridiques", "Demander son retrait");

        HttpResponse<String> asked = takesAway(boubacar, digest);
        HttpResponse<String> again = takesAway(boubacar, digest);

        assertThat(location(asked)).isEqualTo("/signing/" + digest);
        refused(again, "Vous avez déjà demandé");
        assertThat(again.body())
                .contains("juriste, Mali (2) a demandé son retrait")
                .doesNotContain("/drop");
        TrialBrowser third = browser(TrialRegion.of(Party.of(State.ML, Role.OFFICER, "third")));
        assertThat(third.get("/?lang=fr").body()).contains("Retrait demandé", "/signing/" + digest);
        takesAway(third, digest);
        assertThat(third.get("/signing/" + digest).statusCode()).isEqualTo(404);
        assertThat(third.get("/?lang=fr").body())
                .contains("par juriste, Mali (third), à la demande de\u00a0: juriste, Mali (2)");
    }

    @Test
    void homeTellsWhatWaitsForAnOfficersSignatureUntilTheyHaveSigned() throws Exception {
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);
        assertThat(browser.get("/?lang=fr").body()).contains("À signer", "href=\"/signing/" + digest + "\"");

        sign(browser, digest, AMINATA);

        assertThat(browser.get("/?lang=fr").body())
                .doesNotContain("href=\"/signing/" + digest + "\"")
                .contains("par juriste, Mali (1)");
        assertThat(browser(BOUBACAR).get("/?lang=en").body()).contains("href=\"/signing/" + digest + "\"");
        assertThat(mali.browser(Role.REGULATOR).get("/?lang=en").body())
                .contains("Edition signed (ML, version")
                .doesNotContain("/signing/");
    }

    private static HttpResponse<String> takesAway(TrialBrowser browser, String digest) throws Exception {
        return browser.post(
                "/signing/" + digest + "/drop",
                Map.of("key", TrialBrowser.form(browser.get("/")).get("key")));
    }

    @Test
    void aScriptOfTheNodesOwnRunsOnThatPageAlone() throws Exception {
        String digest = waiting();
        TrialBrowser browser = browser(AMINATA);

        assertThat(policy(browser.get("/signing/" + digest)))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(policy(browser.get("/signing"))).doesNotContain("script-src");
        assertThat(policy(browser.get("/rules"))).doesNotContain("script-src");
        assertThat(browser.get("/signing/" + digest).body())
                .contains("<script src=\"/sign.js\"")
                .doesNotContain("${", "??", "style=\"");
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static void refused(HttpResponse<String> answer, String told) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsPattern("role=\"alert\">[^<]*" + told);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> sign(TrialBrowser browser, String digest, Credential key) throws Exception {
        return browser.post("/signing/" + digest, signed(browser.get("/signing/" + digest), key));
    }

    /** As the script of the page does. */
    private static Map<String, String> signed(HttpResponse<String> page, Credential key)
            throws GeneralSecurityException {
        Matcher attributes = ATTRIBUTES.matcher(page.body());
        assertThat(attributes.find()).as("%s", page.body()).isTrue();
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.key());
        signature.update(Base64.getDecoder()
                .decode(attributes.group(1).replace("&#43;", "+").replace("&#61;", "=")));
        Map<String, String> form = new LinkedHashMap<>(TrialBrowser.form(page));
        form.put("signature", Base64.getEncoder().encodeToString(signature.sign()));
        return form;
    }

    private static TrialBrowser browser(Credential officer) throws IOException {
        TrialBrowser browser = mali.browser();
        browser.signIn(mali.link(officer));
        return browser;
    }

    private static String waiting() {
        return press.submit(Jurisdiction.ML, law(DRAFTS.incrementAndGet()), Instant.EPOCH);
    }

    private static List<SourceFile> draft() {
        return law(0);
    }

    private static List<SourceFile> law(int number) {
        return TrialLaw.samples(Jurisdiction.ML, RULE.replace("NUMBER", String.valueOf(number)));
    }

    private static Credential officer(int number) {
        return TrialRegion.tree().officer(State.ML, number).read();
    }
}
