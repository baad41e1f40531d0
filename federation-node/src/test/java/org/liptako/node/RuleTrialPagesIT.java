package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.pki.name.Role;

/** Made-up cases, judged by the sample rules on the pages of a whole node. */
class RuleTrialPagesIT {
    private static final String AT_HOME =
            "/rules/ML/try?lang=fr&operation=STORE&dataset.home=ML&target.state=ML&target.control=STATE_OPERATED";

    @TempDir
    private static Path directory;

    private static ConsoleScene mali;

    @BeforeAll
    static void start() throws IOException {
        mali = new ConsoleScene(directory);
    }

    @AfterAll
    static void stop() {
        mali.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void everybodyOfTheStateIsLedFromTheBookToTheForm(Role role) throws IOException {
        TrialBrowser browser = mali.browser(role);

        assertThat(browser.get("/rules/ML?lang=fr").body()).contains("href=\"/rules/ML/try\"");
        assertThat(browser.get("/rules/ML/try?lang=fr").body())
                .contains("Essayer les règles\u00a0: Mali", "name=\"dataset.home\"", "value=\"ML\"", "Juger")
                .doesNotContain("Compris", "<script", "style=\"", "${", "??");
    }

    @Test
    void aCaseIsJudgedWithTheFactsUnderstoodTheRulesAndTheirArticles() throws IOException {
        HttpResponse<String> page = mali.browser(Role.OFFICER).get(AT_HOME);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Compris\u00a0:",
                        "Mali (État d&#39;origine)",
                        "href=\"/rules/ML?article=ML-",
                        "personne n&#39;est engagé")
                .doesNotContain("role=\"alert\"", "${", "??");
    }

    @Test
    void whatIsMissingIsNamedAndAskedForFirst() throws IOException {
        String page = mali.browser(Role.OFFICER)
                .get("/rules/ML/try?lang=en&operation=STORE&dataset.home=ML")
                .body();

        assertThat(page).contains("indeterminate", "State of the place");
        assertThat(page.indexOf("name=\"target.state\"")).isLessThan(page.indexOf("<details", page.indexOf("<main")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dataset.clasification=SECRET | dataset.clasification",
                "dataset.home=FR | État d&#39;origine",
                "copy.size_gb=-1 | copy.size_gb",
                "copy.size_gb=beaucoup | copy.size_gb",
                "dataset.categories=HEALTH&dataset.categories=SORCERY | dataset.categories",
                "operation=STORE&day=2027-13-01 | 2027-07-01",
                "operation=STORE&day=2001-01-01 | 2001-01-01",
                "operation=%3Cscript%3E | operation"
            })
    void whatIsNoFactOrNoDayIsToldInOneSentenceAndNotJudged(String query, String told) throws IOException {
        HttpResponse<String> page = mali.browser(Role.REGULATOR).get("/rules/BF/try?lang=fr&" + query);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).containsPattern("role=\"alert\">[^<]*" + told).doesNotContain("Compris", "<script");
    }

    @Test
    void aDayToComeIsJudgedByTheArticlesOfThatDay() throws IOException {
        assertThat(mali.browser(Role.OFFICER).get(AT_HOME + "&day=2090-01-01").body())
                .contains("Jugé au 1 janv. 2090, 00:00");
    }

    @Test
    void aBookThatThereIsNotIsToldInOneSentence() throws IOException {
        HttpResponse<String> page = mali.browser(Role.OFFICER).get("/rules/XX/try?lang=fr");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("écrivez ML, BF, NE ou AES");
    }

    @Test
    void whoeverIsNotSignedInIsLedToTheWayIn() throws IOException {
        assertThat(mali.browser().get("/rules/ML/try").statusCode()).isEqualTo(303);
    }
}
