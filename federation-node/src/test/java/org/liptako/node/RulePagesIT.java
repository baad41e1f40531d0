package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.rulebook.TrialLaw;
import org.liptako.node.rulebook.TrialPress;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;

/** Signed rules on the pages of a whole node, over real HTTP. */
class RulePagesIT {
    private static final String FIRST = """
              - id: ML-ESSAI-1
                titre: {fr: "Durée des journaux", en: "How long logs are kept"}
                texte: {fr: "Gardés <script>alert(1)</script> un an au plus.", en: "Kept <script>alert(1)</script> for a year at most."}
                base_legale: [{instrument: "Loi <b onclick=x>1</b>", article: "2", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2026-01-01}
                condition: {fait: lieu.etat, est: BF}
              - id: ML-ESSAI-2
                titre: {fr: "Copies au Niger", en: "Copies in Niger"}
                texte: {fr: "Rien ne change ici.", en: "Nothing changes here."}
                base_legale: [{instrument: "Loi 1", article: "3", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2026-01-01}
                condition: {fait: lieu.etat, est: NE}
              - id: ML-ESSAI-3
                titre: {fr: "Abrogé", en: "Repealed"}
                texte: {fr: "Abrogé depuis.", en: "Repealed since."}
                base_legale: [{instrument: "Loi 1", article: "4", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2026-01-01}
              - id: "ML-<script>&#x"
                titre: {fr: "Nom hostile", en: "Hostile name"}
                texte: {fr: "Son identifiant est une balise.", en: "Its identifier is a tag."}
                base_legale: [{instrument: "Loi 1", article: "6", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2026-01-01}
                condition: {fait: lieu.etat, est: BF}
            """;
    private static final String SECOND = """
              - id: ML-ESSAI-1
                titre: {fr: "Durée des journaux", en: "How long logs are kept"}
                texte: {fr: "Gardés <script>alert(1)</script> deux ans au moins.", en: "Kept <script>alert(1)</script> for two years at least."}
                base_legale: [{instrument: "Loi <b onclick=x>1</b>", article: "2", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2026-01-01}
                condition: {fait: lieu.etat, est: BF}
              - id: ML-ESSAI-2
                titre: {fr: "Copies au Niger", en: "Copies in Niger"}
                texte: {fr: "Rien ne change ici.", en: "Nothing changes here."}
                base_legale: [{instrument: "Loi 1", article: "3", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2026-01-01}
                condition: {fait: lieu.etat, est: BF}
              - id: ML-ESSAI-4
                titre: {fr: "À venir", en: "To come"}
                texte: {fr: "En vigueur dans longtemps.", en: "In force a long time from now."}
                base_legale: [{instrument: "Loi 1", article: "5", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2098-07-01}
              - id: "ML-<script>&#x"
                titre: {fr: "Nom hostile", en: "Hostile name"}
                texte: {fr: "Son identifiant est une balise.", en: "Its identifier is a tag."}
                base_legale: [{instrument: "Loi 1", article: "6", statut: exemple}]
                effet: interdire
                en_vigueur: {du: 2026-01-01, au: 2098-12-31}
                condition: {fait: lieu.etat, est: BF}
            """;

    @TempDir
    private static Path directory;

    private static ConsoleScene mali;

    @BeforeAll
    static void start() throws IOException {
        mali = ConsoleScene.withoutRules(directory);
        try (NodeConnection officer =
                mali.connection(TrialRegion.tree().officer(State.ML, 1).read())) {
            TrialPress press = new TrialPress(officer);
            press.publish(Jurisdiction.AES, TrialLaw.samples(Jurisdiction.AES, ""), Instant.EPOCH);
            press.publish(Jurisdiction.ML, TrialLaw.samples(Jurisdiction.ML, FIRST), Instant.EPOCH);
            press.publish(Jurisdiction.ML, TrialLaw.samples(Jurisdiction.ML, SECOND), Instant.EPOCH);
            press.publish(
                    Jurisdiction.ML, TrialLaw.samples(Jurisdiction.ML, FIRST), Instant.parse("2099-01-01T00:00:00Z"));
        }
    }

    @AfterAll
    static void stop() {
        mali.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void everyRoleReadsWhichRulesAreInForceSinceWhenAndWhoSigned(Role role) throws IOException {
        HttpResponse<String> page = mali.browser(role).get("/rules?lang=fr");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "version 2, en vigueur depuis le",
                        "Signée par juriste, Mali (1)\u202f; juriste, Mali (2).",
                        "la version 3 attend le 1 janv. 2099",
                        "href=\"/rules/ML\"",
                        "href=\"/rules/AES\"",
                        "Aucune version n&#39;est connue ici")
                .doesNotContain("href=\"/rules/NE\"", "<script", "style=\"", "${", "??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rules", "/rules/ML", "/rules/ML/compare", "/rules/ML/coverage"})
    void whoeverIsNotSignedInIsLedToTheWayIn(String path) throws IOException {
        HttpResponse<String> page = mali.browser().get(path);

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/sign-in");
    }

    @Test
    void theCalendarLeadsToWhatEntersForce() throws IOException {
        assertThat(mali.browser(Role.OFFICER).get("/rules?lang=fr").body())
                .contains(
                        "1er juillet 2098",
                        "href=\"/rules/ML?version=2&amp;article=ML-ESSAI-4#ML-ESSAI-4\"",
                        "1er janvier 2099",
                        "href=\"/rules/ML?version=3\"");
    }

    @Test
    void anArticleIsReadBesideWhatTheMachineUnderstood() throws IOException {
        assertThat(mali.browser(Role.OFFICER).get("/rules/ML?lang=fr").body())
                .contains(
                        "Règles\u00a0: Mali, version 2",
                        "id=\"ML-SOL-1\"",
                        "Les bases stratégiques de l’État restent sur le territoire national.",
                        "C’est permis si tout ce qui suit est vrai\u00a0:",
                        "Fondement\u00a0: ",
                        "pas encore en vigueur",
                        "href=\"/rules/ML/compare?from=1&amp;to=2\"");
    }

    @Test
    void whoReadsEnglishIsShownTheFrenchThatIsTheLaw() throws IOException {
        assertThat(mali.browser(Role.OFFICER).get("/rules/ML?lang=en").body())
                .contains(
                        "Rules: Mali, version 2",
                        "It is permitted if all of this is true:",
                        "Strategic State databases stay on national soil.",
                        "lang=\"fr\">Les bases stratégiques de l’État restent sur le territoire national.");
    }

    @Test
    void anOldVersionIsReadUnderItsNumber() throws IOException {
        assertThat(mali.browser(Role.REGULATOR)
                        .get("/rules/ML?lang=fr&version=1&article=ML-ESSAI-3")
                        .body())
                .contains("Version qui n&#39;est plus en vigueur", "Abrogé depuis.")
                .doesNotContain("ML-ESSAI-4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rules/ML?lang=fr",
                "/rules/ML?lang=en",
                "/rules?lang=fr",
                "/rules/ML?lang=fr&version=1",
                "/rules/ML?lang=fr&article=ML-%3Cscript%3E%26%23x",
                "/rules/ML/compare?lang=fr&from=1&to=2",
                "/rules/ML/compare?lang=en&from=2&to=3",
                "/rules/ML/coverage?lang=fr"
            })
    void aScriptInARuleIsText(String path) throws IOException {
        HttpResponse<String> page = mali.browser(Role.OFFICER).get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script", "<b onclick", "${", "??");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | <del>un an</del> | <ins>deux ans</ins> | Ajoutés\u00a0: 1. Retirés\u00a0: 1. Changés\u00a0: 3. | Les mots de l&#39;article sont les mêmes",
                "en | <del>a year</del> | <ins>two years</ins> | Added: 1. Removed: 1. Changed: 3. | The words of the article are the same"
            })
    void twoVersionsAreToldApartWordByWord(String language, String gone, String come, String counts, String silent)
            throws IOException {
        assertThat(mali.browser(Role.OFFICER)
                        .get("/rules/ML/compare?from=1&to=2&lang=" + language)
                        .body())
                .contains(gone, come, counts, silent, "id=\"ML-ESSAI-3\"", "id=\"ML-ESSAI-4\"")
                .doesNotContain("id=\"ML-SOL-1\"");
    }

    @Test
    void aVersionComparedWithItselfSaysThatNothingDiffers() throws IOException {
        assertThat(mali.browser(Role.OFFICER)
                        .get("/rules/ML/compare?from=2&to=2&lang=fr")
                        .body())
                .contains("Ces deux versions disent la même chose.");
    }

    @ParameterizedTest
    @CsvSource({"fr, Héberger, permis, Pays tiers", "en, Store, permitted, Third country"})
    void theTableSaysInColourLetterAndWordWhatIsDecided(String language, String operation, String word, String place)
            throws IOException {
        assertThat(mali.browser(Role.OFFICER)
                        .get("/rules/ML/coverage?lang=" + language)
                        .body())
                .contains(
                        operation,
                        place,
                        " class=\"permitted\"",
                        " class=\"refused\"",
                        ">P</span> <span class=\"spoken\">" + word + "</span>",
                        "href=\"/rules/ML?article=ML-SOL-1#ML-SOL-1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/rules/XX?lang=fr | 404 | écrivez ML, BF, NE ou AES.",
                "/rules/%3Cscript%3E?lang=en | 404 | write ML, BF, NE or AES.",
                "/rules/NE?lang=fr | 404 | Ce nœud ne connaît encore aucune version du recueil NE",
                "/rules/ML?lang=fr&version=9 | 404 | la plus récente est la 3.",
                "/rules/ML?lang=en&version=9 | 404 | the newest is 3.",
                "/rules/ML?lang=fr&version=%3Cscript%3E | 400 | un numéro de version, comme 3",
                "/rules/ML?lang=fr&article=ML-SOL-11 | 404 | vouliez-vous dire ML-SOL-1",
                "/rules/ML/compare?lang=en&from=1&to=9 | 404 | the newest is 3.",
                "/rules/ML/compare?lang=en&from=-1 | 400 | a version&#39;s number, such as 3",
                "/rules/ML/coverage?lang=en&operation=FLY | 404 | There is no operation",
                "/rules/AES/coverage?lang=en | 404 | The Alliance has no data of its own"
            })
    void whatThereIsNotIsToldInOneSentence(String path, int status, String words) throws IOException {
        HttpResponse<String> page = mali.browser(Role.OFFICER).get(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(words).doesNotContain("<script");
    }
}
