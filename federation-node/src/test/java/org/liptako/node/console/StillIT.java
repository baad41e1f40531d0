package org.liptako.node.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.State;

/** What pictures say of time, in a real browser. */
class StillIT {
    private static final Instant NOW = Instant.parse("2026-11-26T03:12:00Z");

    private static @Nullable Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium(TrialRegion.tree()
                .node(TrialRegion.capital(State.ML), 1)
                .read()
                .chain()
                .getLast());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void whatHappenedTodayIsAlwaysOfTheOneDay() {
        assertThat(stood("26 nov. 2026, 03:11", "fr")).isEqualTo("23 nov. 2026, 09:30");
        assertThat(stood("26 Nov 2026, 03:11", "en")).isEqualTo("23 Nov 2026, 09:30");
    }

    @Test
    void aDayOfLawBeginsWhenItBegins() {
        assertThat(stood("31 déc. 2026, 23:00", "fr"))
                .as("Niamey's midnight, told in Bamako")
                .isEqualTo("31 déc. 2026, 23:00");
        assertThat(stood("1 Jan 2030, 00:00", "en")).isEqualTo("1 Jan 2030, 00:00");
        assertThat(stood("1 janv. 2027", "fr")).isEqualTo("1 janv. 2027");
    }

    @Test
    void whatLastsForDaysLastsForAsMany() {
        assertThat(stood("28 nov. 2026, 03:12", "fr")).isEqualTo("25 nov. 2026, 09:30");
    }

    @Test
    void aPictureMadeAtMidnightIsMovedLikeAnyOther() {
        Instant midnight = Instant.parse("2026-11-26T23:00:30Z");

        assertThat(stood("26 nov. 2026, 23:00", "fr", midnight)).isEqualTo("23 nov. 2026, 09:30");
    }

    private static String stood(String said, String language) {
        return stood(said, language, NOW);
    }

    private static String stood(String said, String language, Instant now) {
        try (BrowserContext memory = requireNonNull(chromium).memory(new NewContextOptions())) {
            Page page = memory.newPage();
            page.setContent("<p>" + said + "</p>");
            Still.set(page, language, now);
            return page.locator("p").innerText();
        }
    }
}
