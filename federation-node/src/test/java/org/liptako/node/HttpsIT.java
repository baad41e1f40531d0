package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.TlsBrowser.Answer;
import org.liptako.node.console.entry.Secret;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** The pages over TLS, of a node whose data are no samples. */
class HttpsIT {
    private static final String SESSION = "__Host-liptako-session-ml-bko-1";
    private static final String ENTRY = "__Host-liptako-entry-ml-bko-1";

    @TempDir
    private static Path directory;

    private static ConsoleScene mali;

    @BeforeAll
    static void start() throws IOException {
        mali = ConsoleScene.inEarnest(directory);
    }

    @AfterAll
    static void stop() {
        mali.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void whoeverShowsACertificateOfTheStateIsNamedAndComesInByOneButton(Role role) throws IOException {
        TlsBrowser browser = mali.tlsBrowser(TrialRegion.of(TrialRegion.someone(State.ML, role)));
        Answer page = browser.get("/sign-in?lang=en");
        assertThat(page.body()).contains("Your browser shows the certificate of", "action=\"/enter-by-certificate\"");

        Answer entered = browser.post("/enter-by-certificate", "key=" + key(page));

        assertThat(entered.status()).isEqualTo(303);
        assertThat(entered.one("Location")).isEqualTo("/");
        assertThat(browser.get("/?lang=en").body()).contains("What waits for you", "Sign out");
    }

    @Test
    void aLinkComesOverTlsAndLetsInThere() throws IOException {
        String link = mali.link(Role.OFFICER);
        assertThat(link).startsWith("https://" + TrialFederation.serverName(State.ML) + ":");
        TlsBrowser browser = mali.tlsBrowser(null);
        String path = TrialBrowser.path(link);

        Answer entered = browser.post(
                "/enter", "link=" + path.substring(path.indexOf('=') + 1) + "&key=" + key(browser.get(path)));

        assertThat(entered.status()).isEqualTo(303);
        assertThat(browser.get("/").status()).isEqualTo(200);
    }

    @Test
    void nobodySignsInInClear() throws IOException {
        TrialBrowser clear = mali.browser();
        TlsBrowser secure = mali.tlsBrowser(TrialRegion.of(TrialRegion.someone(State.ML, Role.OFFICER)));
        secure.post("/enter-by-certificate", "key=" + key(secure.get("/sign-in")));

        assertThat(clear.get("/sign-in?lang=en").body()).contains("This address is in clear");
        clear.plant("liptako-session-ml-bko-1", secure.cookie(SESSION));
        assertThat(clear.get("/").statusCode()).isEqualTo(303);
        assertThat(secure.get("/").status()).isEqualTo(200);
    }

    @Test
    void aLinkIsNeitherReadNorUsedUpInClear() throws IOException {
        String path = TrialBrowser.path(mali.link(Role.OFFICER));
        TlsBrowser secure = mali.tlsBrowser(null);
        String form = "link=" + path.substring(path.indexOf('=') + 1) + "&key=" + key(secure.get(path));
        TrialBrowser clear = mali.browser();
        Secret entry = Secret.fresh();
        clear.plant("liptako-entry-ml-bko-1", entry.value());

        HttpResponse<String> looked = clear.get(path + "&lang=en");
        HttpResponse<String> tried = clear.post(
                "/enter?lang=en", Map.of("link", path.substring(path.indexOf('=') + 1), "key", entry.formKey()));

        for (HttpResponse<String> refused : List.of(looked, tried)) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("This address is in clear");
        }
        assertThat(secure.post("/enter", form).status()).isEqualTo(303);
    }

    @Test
    void whoeverHoldsConnectionsOpenKeepsNobodyElseOut() throws IOException {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 256; i++) {
                held.add(mali.tlsSocket("127.0.2.1"));
            }

            try (Socket more = mali.tlsSocket("127.0.2.1")) {
                assertThat(more.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(mali.browser().get("/prometheus").body())
                    .contains("liptako_console_connections_refused_total{limit=\"network\"} 1.0");
            assertThat(mali.tlsBrowser(null).get("/sign-in").status()).isEqualTo(200);
        } finally {
            for (Socket one : held) {
                one.close();
            }
        }
    }

    @Test
    void theJournalsFilesAreServedOnThisMachineAlone() throws IOException {
        assertThat(mali.tlsBrowser(null).get("/journal/checkpoint").status()).isEqualTo(303);
        assertThat(mali.browser().get("/journal/checkpoint").statusCode()).isNotEqualTo(303);
    }

    @Test
    void aCertificateOfAnotherStateIsRefusedInWords() throws IOException {
        assertThat(refusal(TrialRegion.of(TrialRegion.someone(State.NE, Role.OFFICER))))
                .contains("another State");
    }

    @Test
    void aProgramsCertificateIsRefusedInWords() throws IOException {
        assertThat(refusal(TrialRegion.of(TrialRegion.someone(State.ML, Role.SYSTEM))))
                .contains("a machine&#39;s");
    }

    @Test
    void aCertificateThatHasEndedIsRefusedInWordsAndNotByABrokenConnection() throws IOException {
        assertThat(refusal(TrialRegion.expiredOperator(State.ML))).contains("it has expired, it was revoked");
    }

    @Test
    void whoShowsNoCertificateIsToldSo() throws IOException {
        assertThat(refusal(null)).contains("has shown no certificate");
    }

    @Test
    void aFormWithoutItsKeyLetsNobodyIn() throws IOException {
        TlsBrowser browser = mali.tlsBrowser(TrialRegion.of(TrialRegion.someone(State.ML, Role.OFFICER)));
        browser.get("/sign-in");

        assertThat(browser.post("/enter-by-certificate", "key=" + Secret.fresh().formKey())
                        .status())
                .isEqualTo(403);
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    @Test
    void cookiesAreThisHostsAloneAndTlsIsPromisedForAYear() throws IOException {
        TlsBrowser browser = mali.tlsBrowser(TrialRegion.of(TrialRegion.someone(State.ML, Role.REGULATOR)));
        Answer page = browser.get("/sign-in");
        Answer entered = browser.post("/enter-by-certificate", "key=" + key(page));

        assertThat(entered.all("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(SESSION + "="))
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .containsIgnoringCase("; Secure")
                        .containsIgnoringCase("; HttpOnly")
                        .containsIgnoringCase("; SameSite=Strict")
                        .containsIgnoringCase("; Path=/")
                        .doesNotContainIgnoringCase("Domain="));
        for (Answer answer : List.of(page, entered, browser.get("/"), browser.get("/nowhere"))) {
            assertThat(answer.one("Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(answer.one("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/copies",
                "/health",
                "/health/readiness",
                "/prometheus",
                "//evil.example/",
                "/%2e%2e/health"
            })
    void whoeverIsNotSignedInIsShownNothingButTheWayInOfThisNode(String path) throws IOException {
        Answer led = mali.tlsBrowser(null).get(path);

        assertThat(led.status()).isEqualTo(303);
        assertThat(led.one("Location")).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"evil.example, 421", "127.0.0.1, 421", "evil.example@127.0.0.1, 421"})
    void noOtherNameIsAnswered(String host, int status) throws IOException {
        assertThat(mali.tlsBrowser(null).get("/sign-in", Map.of("Host", host)).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in?lang=en%0d%0aX-Planted:%20yes",
                "/sign-in?why=%0d%0aX-Planted:%20yes",
                "/enter?link=%0d%0aX-Planted:%20yes",
                "/%0d%0aX-Planted:%20yes",
            })
    void nothingInAnAddressBecomesAHeader(String path) throws IOException {
        Answer answer = mali.tlsBrowser(null).get(path);

        assertThat(answer.all("X-Planted")).isEmpty();
        assertThat(answer.headers()).noneMatch(line -> line.contains("X-Planted: yes"));
    }

    @Test
    void noOlderTlsIsSpoken() {
        assertThatThrownBy(() -> mali.tlsBrowser(null).getBy("TLSv1.2", "/sign-in"))
                .isInstanceOf(SSLException.class);
    }

    /** What the node says to whom it does not let in by that certificate. */
    private static String refusal(@Nullable Credential shown) throws IOException {
        TlsBrowser browser = mali.tlsBrowser(shown);
        Secret entry = Secret.fresh();
        browser.plant(ENTRY, entry.value());
        assertThat(browser.get("/sign-in").body()).doesNotContain("action=\"/enter-by-certificate\"");

        Answer refused = browser.post("/enter-by-certificate?lang=en", "key=" + entry.formKey());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(browser.cookie(SESSION)).isEmpty();
        return refused.body();
    }

    private static String key(Answer page) {
        String before = "name=\"key\" value=\"";
        int start = page.body().indexOf(before) + before.length();
        return page.body().substring(start, page.body().indexOf('"', start));
    }
}
