package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** What waits for each role, on the pages of three whole nodes with the samples. */
class HomesIT {
    private static final AtomicInteger BROWSERS = new AtomicInteger(100);

    @TempDir
    private static Path directory;

    private static TrialFederation region;

    @BeforeAll
    static void start() throws IOException {
        region = new TrialFederation(directory);
        region.takeTheSamples();
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    @Test
    void aLegalOfficerIsToldOfCopiesOfTheirDataThatTheRulesDoNotAdmit() throws IOException {
        awaitHome(
                State.ML,
                Role.OFFICER,
                "Copies of your data that the rules do not admit: ",
                "href=\"/copies/group?found=FORBIDDEN&amp;state=ML\"");
    }

    @Test
    void aRegulatorIsToldOfThoseOfEveryState() throws IOException {
        awaitHome(
                State.NE,
                Role.REGULATOR,
                "Copies that the rules do not admit: ",
                "href=\"/copies/group?found=FORBIDDEN\"");
    }

    @Test
    void anOperatorIsToldWhatCopiesOfTheirDataCentreWantDone() throws IOException {
        awaitHome(
                State.ML,
                Role.OPERATOR,
                "Copies at your data centre, ",
                "href=\"/copies/group?status=UNPROVEN&amp;site=ML-BKO-1\"");
    }

    @Test
    void anAdministratorIsToldOfTheNodeItself() throws IOException {
        awaitHome(State.BF, Role.ADMINISTRATOR, "This node&#39;s certificate is good until ");
    }

    @Test
    void everybodyIsToldWhatChangedAndInWhichEntryItStands() throws IOException {
        awaitHome(State.NE, Role.OFFICER, "A dataset was described or corrected", "<small>journal of Mali, entry ");
    }

    private static void awaitHome(State state, Role role, String... words) throws IOException {
        try (TrialBrowser browser = new TrialBrowser(region.node(state).card().console(), BROWSERS.incrementAndGet())) {
            browser.signIn(region.link(state, TrialRegion.of(TrialRegion.someone(state, role))));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(browser.get("/?lang=en").body()).contains(words));
        }
    }
}
