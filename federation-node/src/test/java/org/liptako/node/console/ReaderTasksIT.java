package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** What people come to the pages for, from signing in to the end, in a real browser. */
class ReaderTasksIT {
    /** In bytes on the line. */
    private static final int LIGHT = 100_000;

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String IS_COMPRESSED = """
            () => performance.getEntriesByType('navigation').every(page => page.encodedBodySize < page.decodedBodySize)
            """;

    @TempDir
    private static Path directory;

    @RegisterExtension
    static final TrialPages PAGES = new TrialPages(() -> directory);

    @ParameterizedTest
    @CsvSource({
        "OFFICER, fr", "OPERATOR, fr", "REGULATOR, fr", "ADMINISTRATOR, fr",
        "OFFICER, en", "OPERATOR, en", "REGULATOR, en", "ADMINISTRATOR, en"
    })
    void whoHasNoMouseSignsInReadsAndLeaves(Role role, String language) {
        try (Reader reader = PAGES.reader(Look.in(language))) {
            reader.goesTo(PAGES.link(role))
                    .tabsTo("enter.go")
                    .presses("Enter")
                    .sees("title.home")
                    .tabsTo("nav.copies")
                    .presses("Enter")
                    .sees("title.table")
                    .tabsTo("leave")
                    .presses("Space")
                    .sees("title.sign-in");
        }
    }

    /** The copies are judged while the node runs: a moment passes before one waits for somebody. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoHasNoMouseComesFromWhatWaitsForThemToTheCopies(String language) {
        try (Reader reader = PAGES.reader(Role.OFFICER, Look.in(language))) {
            await().pollInSameThread()
                    .atMost(LONG)
                    .until(() -> reader.goesTo("/")
                                    .page()
                                    .locator("a[href^='/copies/group?found=']")
                                    .count()
                            > 0);

            reader.tabsTo("matter.look").presses("Enter");
            reader.page().waitForURL("**/copies/group?found=*");
            assertThat(reader.page().locator("a[href^='/datasets/']").count()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aLegalOfficerWithoutAMouseReadsAnArticleAndWhatIsDecidedOfTheData(String language) {
        try (Reader reader = PAGES.reader(Role.OFFICER, Look.in(language))) {
            reader.tabsTo("nav.rules")
                    .presses("Enter")
                    .sees("title.rules")
                    .tabsToLink(reader.words().of(State.ML))
                    .presses("Enter")
                    .sees("law.articles.title")
                    .tabsToLink("ML-SOL-1")
                    .presses("Enter");
            reader.page().waitForURL("**/rules/ML#ML-SOL-1");

            reader.goesTo("/rules/ML").tabsTo("law.coverage").presses("Enter");
            reader.page().locator("table.grid").waitFor();
            assertThat(reader.reads()).contains(reader.words().of("law.outcome.DEPENDS"), "ML-SOL-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void anAdministratorWithoutAMouseSeesHowTheNodeDoes(String language) {
        try (Reader reader = PAGES.reader(Role.ADMINISTRATOR, Look.in(language))) {
            reader.tabsTo("nav.operations").presses("Enter").sees("title.operations");

            assertThat(reader.reads())
                    .contains(
                            reader.words().of("part.rules"),
                            reader.words().of("part.certificate"),
                            reader.words().of("journals"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theFirstStopOfThePageLeadsPastItsHead(String language) {
        try (Reader reader = PAGES.reader(Role.OPERATOR, Look.in(language))) {
            reader.goesTo("/copies").presses("Tab");
            assertThat(reader.focused()).isEqualTo(reader.words().of("skip"));

            reader.presses("Enter").presses("Tab");
            assertThat(reader.page().locator("main :focus").count()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoAllowsNoScriptSignsInAndLeaves(String language) {
        try (Reader reader = PAGES.reader(Look.in(language).withoutScript())) {
            reader.goesTo(PAGES.link(Role.REGULATOR))
                    .clicks("enter.go")
                    .sees("title.home")
                    .clicks("nav.copies")
                    .sees("title.table")
                    .clicks("leave")
                    .sees("title.sign-in");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aLinkThatWasUsedSaysSoAndHowToGetAnother(String language) {
        String link = PAGES.link(Role.REGULATOR);
        try (Reader bearer = PAGES.reader(Look.in(language));
                Reader late = PAGES.reader(Look.in(language))) {
            late.goesTo(link);
            bearer.goesTo(link).clicks("enter.go").sees("title.home");

            late.clicks("enter.go").sees("title.sign-in");

            assertThat(late.page().locator("[role=alert]").innerText())
                    .isEqualTo(late.words().of("refused.LINK_USED"));
            assertThat(late.reads()).contains("liptako login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoTurnsToTheOtherLanguageStaysInIt(String language) {
        String other = language.equals("fr") ? "en" : "fr";
        Words others = Words.in(other);
        try (Reader reader = PAGES.reader(Role.ADMINISTRATOR, Look.in(language))) {
            reader.goesTo("/").page().locator("[hreflang=" + other + "]").click();
            reader.page().locator("html[lang=" + other + "]").waitFor();
            reader.goesTo("/copies");

            assertThat(reader.page().locator("h1").innerText()).isEqualTo(others.of("title.table"));
        }
    }

    @Test
    void theFirstPageComesOverAThinLine() {
        try (Reader reader = PAGES.reader(Look.in("fr"))) {
            isLight(reader.goesTo("/sign-in"), 2);
        }
    }

    @Test
    void soDoesTheWholeWayFromTheLinkToWhatWaits() {
        try (Reader reader = PAGES.reader(Role.OFFICER, Look.in("fr"))) {
            isLight(reader, 5);
        }
    }

    private static void isLight(Reader reader, int trips) {
        assertThat(reader.weight()).as("bytes on the line").isPositive().isLessThan(LIGHT);
        assertThat(reader.loaded()).as("round trips").hasSizeLessThanOrEqualTo(trips);
        assertThat(reader.page().evaluate(IS_COMPRESSED)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whileAStateIsCutOffThePagesSayWhatTheyKnowAndSinceWhen(String language) {
        PAGES.cutOff(State.NE);
        try (Reader reader = PAGES.reader(Role.REGULATOR, Look.in(language))) {
            for (String path : List.of(
                    "/",
                    "/copies",
                    "/map",
                    "/datasets",
                    "/datasets/NE-DS-001",
                    "/datasets/NE-DS-001/hosts",
                    "/questions/copies?dataset=NE-DS-001",
                    "/operations")) {
                await().pollInSameThread()
                        .atMost(LONG)
                        .until(() ->
                                reader.goesTo(path).page().locator("li.stale").count() == 1);
                assertThat(reader.page().locator("li.stale").innerText())
                        .as(path)
                        .contains(reader.words().of(State.NE))
                        .containsPattern("\\d{4}, \\d\\d:\\d\\d");
            }
            for (Place place : Place.values()) {
                assertThat(reader.goesTo(place.path()).status())
                        .as(place.path())
                        .isEqualTo(200);
                assertThat(reader.reads())
                        .as("of when %s is", place.path())
                        .containsPattern("ML-BKO-1 \\(Mali\\)\\D*\\d\\d? \\p{L}+\\.? \\d{4}, \\d\\d:\\d\\d");
            }
        }
    }
}
