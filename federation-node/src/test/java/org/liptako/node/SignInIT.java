package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** Signing in to a whole node over real gRPC and real HTTP. */
class SignInIT {
    private static final String SESSION = "liptako-session-";
    private static final String ENTRY = "liptako-entry-";

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
    void aLinkSignsItsBearerInInTheirOwnRole(Role role) throws IOException {
        TrialBrowser browser = mali.browser();
        HttpResponse<String> entered = browser.signIn(mali.link(role));

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Location")).contains("/");
        assertThat(browser.get("/?lang=en").body()).contains(words(role), "What waits for you", "Sign out");
    }

    @ParameterizedTest
    @EnumSource(names = {"SYSTEM", "NODE"})
    void programsAreGivenNoLink(Role role) {
        assertThatThrownBy(() -> mali.link(role))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void anotherStatesPeopleAreGivenNoLink(Role role) {
        assertThatThrownBy(() -> mali.link(TrialRegion.of(TrialRegion.someone(State.NE, role))))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    }

    @Test
    void aLinkIsGoodForOnce() throws IOException {
        String link = mali.link(Role.OFFICER);
        TrialBrowser bearer = mali.browser();
        TrialBrowser thief = mali.browser();
        Map<String, String> form = TrialBrowser.form(thief.get(TrialBrowser.path(link)));
        bearer.signIn(link);

        HttpResponse<String> second = thief.post("/enter", form);

        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(second.body()).contains("servi");
        assertThat(thief.cookie(SESSION)).isEmpty();
        assertThat(thief.get(TrialBrowser.path(link)).statusCode()).isEqualTo(403);
    }

    @Test
    void lookingAtALinkUsesNothingUpAndShowsWhoseItIs() throws IOException {
        String link = mali.link(Role.REGULATOR);
        TrialBrowser browser = mali.browser();

        assertThat(browser.get(TrialBrowser.path(link)).body()).contains("régulateur, Mali (someone)");
        assertThat(browser.get(TrialBrowser.path(link)).statusCode()).isEqualTo(200);
        assertThat(browser.signIn(link).statusCode()).isEqualTo(303);
    }

    @Test
    void aLinkThatNobodyUsedInTimeIsRefusedAndSaysSo() throws IOException {
        String link = mali.link(Role.OPERATOR);
        TrialBrowser browser = mali.browser();
        Map<String, String> form = TrialBrowser.form(browser.get(TrialBrowser.path(link)));
        mali.alter("UPDATE console_link SET expires_at = now() - interval '1 second' WHERE used_at IS NULL");

        HttpResponse<String> late = browser.post("/enter", form);

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("deux minutes");
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    @Test
    void whoGuessesIsNotListenedToAndOthersAre() throws IOException {
        TrialBrowser guesser = mali.browser();
        Map<String, String> form =
                new HashMap<>(TrialBrowser.form(guesser.get(TrialBrowser.path(mali.link(Role.OFFICER)))));
        for (int each = 0; each < 10; each++) {
            form.put("link", "%043d".formatted(each));
            assertThat(guesser.post("/enter", form).statusCode()).isEqualTo(403);
        }

        assertThat(guesser.post("/enter", form).statusCode()).isEqualTo(429);
        assertThat(mali.browser().signIn(mali.link(Role.OFFICER)).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/leave", "/rules", "/a/b/c", "/COPIES"})
    void whoeverIsNotSignedInIsLedToTheWayIn(String path) throws IOException {
        HttpResponse<String> led = mali.browser().get(path);

        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location")).contains("/sign-in");
        assertThat(led.body()).isEmpty();
    }

    @Test
    void noPageReadsTheCookiesNoOtherSitesPageSendsThemAndTheyLeaveOverTlsAlone() throws IOException {
        TrialBrowser browser = mali.browser();
        HttpResponse<String> shown = browser.get(TrialBrowser.path(mali.link(Role.OFFICER)));
        HttpResponse<String> entered = browser.post("/enter", TrialBrowser.form(shown));

        assertThat(TrialBrowser.setCookies(shown)).anyMatch(cookie -> cookie.startsWith(ENTRY));
        assertThat(TrialBrowser.setCookies(entered)).anyMatch(cookie -> cookie.startsWith(SESSION));
        for (HttpResponse<String> answer : List.of(shown, entered)) {
            assertThat(TrialBrowser.setCookies(answer))
                    .allSatisfy(cookie -> assertThat(cookie)
                            .containsIgnoringCase("; HttpOnly")
                            .containsIgnoringCase("; Secure")
                            .containsIgnoringCase("; SameSite=Strict")
                            .containsIgnoringCase("; Path=/")
                            .doesNotContainIgnoringCase("Domain="));
        }
    }

    @Test
    void aSessionThatWasPreparedForSomebodyIsNotTheOneTheyGet() throws IOException {
        TrialBrowser attacker = mali.browser(Role.OPERATOR);
        TrialBrowser victim = mali.browser();
        String planted = attacker.cookie(SESSION);
        victim.plant(SESSION + "ml-bko-1", planted);

        victim.signIn(mali.link(Role.OFFICER));

        assertThat(victim.cookie(SESSION)).isNotEmpty().isNotEqualTo(planted);
        assertThat(attacker.get("/").statusCode())
                .as("the session before is over")
                .isEqualTo(303);
    }

    @Test
    void aCookieThatSomebodyMadeUpOpensNothing() throws IOException {
        TrialBrowser browser = mali.browser();
        browser.plant(SESSION + "ml-bko-1", "A".repeat(43));

        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whoLeavesIsSignedOutOnTheNodeAndNotInTheBrowserAlone() throws IOException {
        TrialBrowser browser = mali.browser(Role.OFFICER);
        String cookie = browser.cookie(SESSION);

        HttpResponse<String> left = browser.post("/leave", TrialBrowser.form(browser.get("/")));

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(browser.cookie(SESSION)).isEmpty();
        browser.plant(SESSION + "ml-bko-1", cookie);
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionInWhichNothingIsDoneEndsAndSaysSo() throws IOException {
        TrialBrowser browser = mali.browser(Role.REGULATOR);
        mali.alter(
                "UPDATE console_session SET seen_at = now() - interval '16 minutes' WHERE party = 'ML regulator someone'");

        HttpResponse<String> ended = browser.get("/");

        assertThat(ended.headers().firstValue("Location")).contains("/sign-in?why=IDLE");
        assertThat(browser.get("/sign-in?why=IDLE").body()).contains("session est close");
        assertThat(browser.get("/sign-in?why=%3Cscript%3E").body()).doesNotContain("<script");
    }

    @Test
    void aFormWithoutItsKeySignsNobodyOut() throws IOException {
        TrialBrowser browser = mali.browser(Role.OFFICER);
        String others = TrialBrowser.form(mali.browser(Role.OFFICER).get("/")).get("key");

        assertThat(browser.post("/leave", Map.of("other", "field")).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/leave", Map.of("key", others)).statusCode()).isEqualTo(403);
        assertThat(browser.get("/").statusCode()).as("nothing was done").isEqualTo(200);
    }

    @Test
    void aFormWithoutItsKeySignsNobodyIn() throws IOException {
        String path = TrialBrowser.path(mali.link(Role.OFFICER));
        TrialBrowser browser = mali.browser();
        Map<String, String> form = TrialBrowser.form(browser.get(path));
        Map<String, String> others =
                new HashMap<>(TrialBrowser.form(mali.browser().get(path)));

        assertThat(others.get("key")).isNotEmpty().isNotEqualTo(form.get("key"));
        assertThat(browser.post("/enter", others).statusCode()).isEqualTo(403);
        others.remove("key");
        assertThat(browser.post("/enter", others).statusCode()).isEqualTo(403);
        assertThat(browser.post("/enter", form).statusCode())
                .as("nothing was used up")
                .isEqualTo(303);
    }

    @Test
    void aVisitThatBringsNoSessionHasTheBrowserForgetNone() throws IOException {
        TrialBrowser browser = mali.browser();

        assertThat(TrialBrowser.setCookies(browser.get("/"))).noneMatch(cookie -> cookie.startsWith(SESSION));
        browser.plant(SESSION + "ml-bko-1", "A".repeat(43));
        assertThat(TrialBrowser.setCookies(browser.get("/"))).anyMatch(cookie -> cookie.startsWith(SESSION));
    }

    @Test
    void aFormOfAnotherSitesPageIsNotTakenWhateverItHolds() throws IOException {
        TrialBrowser browser = mali.browser(Role.OFFICER);
        Map<String, String> form = TrialBrowser.form(browser.get("/"));

        for (Map<String, String> from : List.of(
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"))) {
            assertThat(browser.post("/leave", form, from).statusCode())
                    .as("%s", from)
                    .isEqualTo(403);
        }
        assertThat(browser.get("/").statusCode()).as("nothing was done").isEqualTo(200);
    }

    private static String words(Role role) {
        return switch (role) {
            case OPERATOR -> "operator of ML-BKO-1 (7)";
            case OFFICER -> "legal officer, Mali (someone)";
            case REGULATOR -> "regulator, Mali (someone)";
            case ADMINISTRATOR -> "administrator, Mali (someone)";
            case NODE, SYSTEM, EVIDENCE, STORAGE -> throw new AssertionError("no person");
        };
    }
}
