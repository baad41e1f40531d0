package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.Role;

/** The frame of every page, of a whole node over real HTTP. */
class ConsolePagesIT {
    private static final int WEIGHT = 100_000;

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
    @ValueSource(
            strings = {
                "/",
                "/copies",
                "/sign-in",
                "/enter?link=x",
                "/console.css",
                "/icon.svg",
                "/nowhere",
                "/health",
                "/journal/checkpoint"
            })
    void everyAnswerKeepsABrowserFromBeingUsedAgainstItsReader(String path) throws IOException {
        HttpResponse<String> page = mali.browser(Role.OPERATOR).get(path);

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                        .doesNotContain("unsafe", "script-src", "*"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control")).isPresent();
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .as("a promise of TLS is made over TLS alone")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fr, Ce qui vous attend, La fédération en un coup", "en, What waits for you, The federation at a glance"
    })
    void homeTellsWhatWaitsAndHowTheFederationDoes(String language, String title, String glance) throws IOException {
        HttpResponse<String> home = mali.browser(Role.OFFICER).get("/?lang=" + language);

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(home.body())
                .contains("<html lang=\"" + language + "\">", title, glance, "Mali", "ML-BKO-1", "version ")
                .doesNotContain("<script", "style=\"", "${", "??");
    }

    @ParameterizedTest
    @CsvSource({"fr, La même chose en tableau", "en, The same as a table"})
    void theMapSaysWhereSitesStandAndATableSaysTheSame(String language, String table) throws IOException {
        HttpResponse<String> page = mali.browser(Role.REGULATOR).get("/map?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(table, "href=\"#site-ML-SIK-1\"", "id=\"site-ML-SIK-1\"", "Sikasso", ">Niger<", "d=\"M")
                .doesNotContain("<script", "style=\"", "${", "??");
    }

    @ParameterizedTest
    @CsvSource({"fr, Moteur de règles, Magasin des copies, bon jusqu", "en, Rule engine, Store of copies, good until"})
    void theNodeTellsHowItsPartsDo(String language, String engine, String store, String certificate)
            throws IOException {
        HttpResponse<String> page = mali.browser(Role.OPERATOR).get("/operations?lang=" + language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(engine, store, certificate).doesNotContain("<script", "${", "??", "{0}", "{1");
    }

    @Test
    void howTheNodeDoesIsForThoseWhoAreSignedIn() throws IOException {
        assertThat(mali.browser().get("/operations").statusCode()).isEqualTo(303);
    }

    @Test
    void aChosenLanguageIsKept() throws IOException {
        TrialBrowser browser = mali.browser(Role.OFFICER);
        browser.get("/?lang=en");

        assertThat(browser.get("/").body()).contains("<html lang=\"en\">");
        assertThat(browser.get("/?lang=xx").body()).contains("<html lang=\"en\">");
    }

    @Test
    void frenchIsSetAsItIsPrinted() throws IOException {
        assertThat(mali.browser(Role.OFFICER).get("/copies").body()).contains("ce nœud\u202f; journal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/copies?lang=fr", "/copies?lang=en"})
    void aScriptInADatasetsNameIsText(String path) throws IOException {
        String page = mali.browser(Role.REGULATOR).get(path).body();

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script", "<b onclick");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere?lang=fr, 404, Il n&#39;y a rien ici",
        "/nowhere?lang=en, 404, There is nothing here",
        "/a/b/%3Cscript%3E?lang=en, 404, There is nothing here",
        "/copies?lang=en&after=%3Cscript%3E&place=x, 200, Where every copy is",
    })
    void anAddressThatLeadsNowhereSaysWhatToDo(String path, int status, String words) throws IOException {
        HttpResponse<String> page = mali.browser(Role.OPERATOR).get(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(words).doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Cette demande ne se comprend pas, rechargez-la et recommencez",
        "en, This request is not understood, load it again and start over",
    })
    void aFormOfNoKindThatThePageHasIsRefusedInTheReadersWords(String language, String title, String mend)
            throws IOException {
        HttpResponse<String> page = mali.browser(Role.OPERATOR)
                .post("/leave?lang=" + language, Map.of(), Map.of("Content-Type", "text/csv"));

        assertThat(page.statusCode()).isEqualTo(415);
        assertThat(page.body()).contains("<html lang=\"" + language + "\">", title, mend);
    }

    @Test
    void anAddressThatTakesNoFormSaysSo() throws IOException {
        HttpResponse<String> page = mali.browser(Role.OPERATOR).post("/copies?lang=en", Map.of());

        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.headers().firstValue("Allow")).isPresent();
        assertThat(page.body()).contains("This request is not understood").doesNotContain("Method [POST]");
    }

    @Test
    void aFormThatIsTooLongIsRefusedInWords() throws IOException {
        HttpResponse<String> page =
                mali.browser(Role.OPERATOR).post("/leave?lang=en", Map.of("key", "x".repeat(70_000)));

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("This is too long", "nothing was done");
    }

    @Test
    void aFaultOfTheNodeShowsANumberAndNothingOfItsInside() throws IOException {
        TrialBrowser browser = mali.browser(Role.OPERATOR);
        mali.alter("ALTER TABLE console_session RENAME TO console_session_away");
        try {
            HttpResponse<String> page = browser.get("/?lang=en");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body())
                    .contains("Reference number", "give the number below to the operator")
                    .doesNotContain("console_session", "SELECT", "Exception", "at org.");
        } finally {
            mali.alter("ALTER TABLE console_session_away RENAME TO console_session");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console.css", "/icon.svg", "/sign.js"})
    void whatABrowserHasIsNotSentAgain(String path) throws IOException {
        TrialBrowser browser = mali.browser();
        HttpResponse<String> first = browser.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> compressed = browser.get(path, Map.of("Accept-Encoding", "gzip"));

        assertThat(tag)
                .startsWith("\"")
                .isEqualTo(browser.get(path).headers().firstValue("ETag").orElseThrow());
        assertThat(compressed.headers().firstValue("ETag")).isPresent().isNotEqualTo(Optional.of(tag));
        for (String kept : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<String> again = browser.get(path, Map.of("If-None-Match", kept));
            assertThat(again.statusCode()).as(kept).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            assertThat(again.headers().firstValue("Cache-Control")).contains("max-age=3600");
            assertThat(again.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        HttpResponse<String> other = browser.get(path, Map.of("If-None-Match", "\"other\""));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body()).isNotEmpty();
    }

    @Test
    void theFirstPageIsLight() throws IOException {
        TrialBrowser browser = mali.browser(Role.OFFICER);

        assertThat(browser.get("/").body().length()
                        + browser.get("/console.css").body().length())
                .isLessThan(WEIGHT);
    }

    @Test
    void theWayInSaysHowAndNamesNoOneWhoIsNotThere() throws IOException {
        assertThat(mali.browser().get("/sign-in?lang=fr").body())
                .contains("liptako login", "<a class=\"skip\" href=\"#content\">", "<main id=\"content\">")
                .doesNotContain("action=\"/leave\"");
    }
}
