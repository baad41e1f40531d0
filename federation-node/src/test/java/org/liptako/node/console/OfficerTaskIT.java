package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.TrialFederation;
import org.liptako.node.cli.client.ClientCredentials;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeTarget;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.rulebook.TrialLaw;
import org.liptako.node.rulebook.TrialPress;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.PersonalKeys;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;

/** Legal officers sign a rule with their key files, each at a window of their own, in a real browser. */
class OfficerTaskIT {
    private static final String PASSWORD = "mot de passe à nous";
    private static final String RULE = """
              - id: ML-ESSAI-NUMBER
                titre: {fr: "Copies au Niger", en: "Copies in Niger"}
                texte: {fr: "Rien ne va au Niger.", en: "Nothing goes to Niger."}
                base_legale: [{instrument: "Loi 1", article: "3", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2026-01-01}
                condition: {fait: lieu.etat, est: NE}
            """;

    @TempDir
    private static Path directory;

    @RegisterExtension
    static final TrialPages PAGES = TrialPages.withoutRules(() -> directory.resolve("nodes"));

    private static NodeConnection connection;
    private static TrialPress press;

    @BeforeAll
    static void publishTheFirstRules() {
        connection = NodeConnection.open(
                new NodeTarget(
                        "127.0.0.1",
                        PAGES.federation().node(State.ML).card().grpc(),
                        TrialFederation.serverName(State.ML)),
                new ClientCredentials(officer(1), TrialRegion.tree().root().certificate()));
        press = new TrialPress(connection);
        press.publish(Jurisdiction.AES, TrialLaw.samples(Jurisdiction.AES, ""), Instant.EPOCH);
        press.publish(Jurisdiction.ML, TrialLaw.samples(Jurisdiction.ML, ""), Instant.EPOCH);
    }

    @AfterAll
    static void disconnect() {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void twoOfficersSignARuleAndKeepTheirKeys(String language) {
        List<SourceFile> rules = TrialLaw.samples(Jurisdiction.ML, RULE.replace("NUMBER", language));
        String digest = press.submit(Jurisdiction.ML, rules, Instant.EPOCH);
        List<String> sent = new ArrayList<>();
        byte[] document;
        try (Reader first = officer(1, language, sent)) {
            comesTo(first, digest);
            assertThat(Axe.objections(first.page())).isEmpty();
            document = first.page().locator("#document").textContent().getBytes(StandardCharsets.UTF_8);

            signs(first, keyFile(1, language), "another password");
            tells(first, "signing.mistake.password");
            signs(first, keyFile(2, language), PASSWORD);
            tells(first, "signing.mistake.other");
            assertThat(sent).isEmpty();

            signs(first, keyFile(1, language), PASSWORD);
            first.page().getByText(first.words().of("signing.own")).waitFor();
        }
        try (Reader second = officer(2, language, sent)) {
            comesTo(second, digest);
            signs(second, keyFile(2, language), PASSWORD);
            second.page().waitForURL("**/rules/ML?version=*");

            assertThat(second.reads())
                    .contains("ML-ESSAI-" + language, second.words().of("law.status.IN_FORCE"));
            assertThat(second.complaints()).isEmpty();
        }
        press.follows(Jurisdiction.ML, document, rules);
        assertThat(sent)
                .hasSize(2)
                .allSatisfy(form -> assertThat(form.replaceAll("=[^&]*", "")).isEqualTo("key&at&signature"));
    }

    /** What has a list of choices is gone down by the arrows, the rest is typed. */
    private static final List<String> WRITTEN = List.of(
            "ML-CLAVIER-1",
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

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoHasNoMouseReadsARuleTriesACaseWritesOneAndSigns(String language) {
        List<SourceFile> rules = TrialLaw.samples(Jurisdiction.ML, RULE.replace("NUMBER", "CLAVIER-" + language));
        String digest = press.submit(Jurisdiction.ML, rules, Instant.EPOCH);
        try (Reader officer = PAGES.reader(Look.in(language))) {
            officer.goesTo(PAGES.federation().link(State.ML, officer(1)))
                    .tabsTo("enter.go")
                    .turnsBy("Enter")
                    .sees("title.home");
            triesACase(officer);
            writes(officer);

            officer.tabsTo("nav.rules")
                    .turnsBy("Enter")
                    .sees("title.rules")
                    .tabsTo("signing.link")
                    .turnsBy("Enter")
                    .sees("title.signings")
                    .tabsToAddress("/signing/" + digest)
                    .turnsBy("Enter")
                    .sees("signing.sign")
                    .tabsToField(officer.words().of("signing.key"))
                    .brings(keyFile(1, language))
                    .tabsToField(officer.words().of("signing.password"))
                    .types(PASSWORD)
                    .tabsTo("signing.sign.go")
                    .presses("Enter");
            officer.page().getByText(officer.words().of("signing.own")).waitFor();
            assertThat(officer.complaints()).isEmpty();
        }
    }

    private static void triesACase(Reader officer) {
        officer.tabsTo("nav.rules")
                .turnsBy("Enter")
                .sees("title.rules")
                .tabsToAddress("/rules/ML")
                .turnsBy("Enter")
                .sees("law.articles.title")
                .tabsTo("law.try")
                .turnsBy("Enter")
                .sees("trial.facts")
                .tabsToNamed("operation")
                .chooses("STORE")
                .tabsToNamed("'target.state'")
                .types("NE")
                .tabsTo("trial.judge")
                .turnsBy("Enter")
                .sees("trial.verdict");
        assertThat(officer.reads()).contains("ML-SOL-");
    }

    private static void writes(Reader officer) {
        officer.tabsTo("nav.rules")
                .turnsBy("Enter")
                .sees("title.rules")
                .tabsTo("signing.link")
                .turnsBy("Enter")
                .sees("title.signings")
                .tabsToAddress("/rules/ML/write")
                .turnsBy("Enter");
        for (String answer : WRITTEN) {
            officer.sees("writing.question");
            if (answer.isEmpty()) {
                officer.tabsTo("writing.go").turnsBy("Enter");
            } else if (officer.page().locator("input#answer").count() > 0) {
                officer.tabsToNamed("answer").types(answer).turnsBy("Enter");
            } else {
                officer.tabsToNamed("answer").chooses(answer).presses("Space").turnsBy("Enter");
            }
        }
        assertThat(officer.sees("writing.remarks").reads()).contains("- id: ML-CLAVIER-1");
    }

    private static void comesTo(Reader officer, String digest) {
        officer.goesTo("/rules").clicks("signing.link").sees("title.signings");
        officer.page().locator("a[href='/signing/" + digest + "']").click();
        officer.sees("signing.sign");
    }

    private static void signs(Reader officer, Path key, String password) {
        officer.page().locator("#key-file").setInputFiles(key);
        officer.page().locator("#password").fill(password);
        officer.clicks("signing.sign.go");
    }

    private static void tells(Reader officer, String mistake) {
        officer.page().getByText(officer.words().of(mistake)).waitFor();
    }

    /** Somebody who has signed in; what their forms of signing bring to the node is taken down. */
    private static Reader officer(int number, String language, List<String> sent) {
        Reader reader = PAGES.reader(Look.in(language));
        reader.goesTo(PAGES.federation().link(State.ML, officer(number)))
                .clicks("enter.go")
                .sees("title.home");
        reader.page().onRequest(request -> Stream.ofNullable(request.postData()).forEach(sent::add));
        return reader;
    }

    private static Path keyFile(int number, String language) {
        Path file = directory.resolve("officer-" + number + "-" + language + ".p12");
        if (Files.notExists(file)) {
            PersonalKeys.writePkcs12(file, officer(number), PASSWORD.toCharArray());
        }
        return file;
    }

    private static Credential officer(int number) {
        return TrialRegion.tree().officer(State.ML, number).read();
    }
}
