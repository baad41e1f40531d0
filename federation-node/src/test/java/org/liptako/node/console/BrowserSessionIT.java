package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.Role;

/** What a real browser makes of a session and of other sites' pages, in clear on this machine and over TLS. */
class BrowserSessionIT {
    @TempDir
    private static Path directory;

    @RegisterExtension
    static final TrialPages PAGES = new TrialPages(() -> directory);

    @ParameterizedTest
    @CsvSource({"false, liptako-session-ml-bko-1", "true, __Host-liptako-session-ml-bko-1"})
    void theBrowserKeepsTheSessionForThisHostAloneShowsItToNoPageAndForgetsIt(boolean secure, String name) {
        try (Reader reader = PAGES.reader(Role.OFFICER, look(secure))) {
            assertThat(reader.cookies())
                    .filteredOn(cookie -> cookie.name.equals(name))
                    .singleElement()
                    .satisfies(cookie -> {
                        assertThat(cookie.secure).isTrue();
                        assertThat(cookie.httpOnly).isTrue();
                        assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
                        assertThat(cookie.path).isEqualTo("/");
                        assertThat(PAGES.root(secure)).contains("//" + cookie.domain + ":");
                    });
            assertThat(reader.page().evaluate("() => document.cookie")).isEqualTo("");

            reader.clicks("leave").sees("title.sign-in");
            assertThat(reader.cookies()).noneMatch(cookie -> cookie.name.equals(name));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLinkThatStandsInAnotherSitesPageLetsItsBearerInAllTheSame(boolean secure) {
        String address = PAGES.root(secure) + PAGES.address(new Stop(null, Stop.LINK));
        try (Reader reader = PAGES.reader(look(secure))) {
            reader.goesTo("data:text/html,<a href='" + address + "'>webmail</a>");
            reader.page().locator("a").click();

            reader.clicks("enter.go").sees("title.home");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFormInAnotherSitesPageSignsNobodyOut(boolean secure) {
        try (Reader reader = PAGES.reader(Role.OFFICER, look(secure))) {
            reader.goesTo("data:text/html,<form method=post action='" + PAGES.root(secure)
                    + "/leave'><button>prize</button></form>");
            reader.page().locator("button").click();
            reader.page().waitForURL(PAGES.root(secure) + "/leave");

            reader.goesTo("/").sees("title.home");
        }
    }

    private static Look look(boolean secure) {
        return secure ? Look.in("fr").overTls() : Look.in("fr");
    }
}
