package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** What an operator comes to the pages for: to place a copy and watch it arrive, in a real browser and without a mouse. */
class OperatorTasksIT {
    private static final String DATASET = "ML-DS-008";
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    private static Path directory;

    @RegisterExtension
    static final TrialPages PAGES = new TrialPages(() -> directory);

    @BeforeAll
    static void publish() throws IOException {
        new TrialTraffic(PAGES.federation(), directory).publish(State.ML, DATASET);
    }

    @ParameterizedTest
    @CsvSource({"fr, BF, Données sanitaires agrégées", "en, NE, Aggregated health data"})
    void aCopyIsAskedForGrantedSeenToArriveAndKnownWhereItWasAskedFor(String language, State host, String name) {
        String site = TrialRegion.capital(host).value();
        try (Reader asks = PAGES.reader(Role.OPERATOR, Look.in(language));
                Reader receives = PAGES.reader(host, Role.OPERATOR, Look.in(language))) {
            weighs(asks, site);
            asks.tabsTo("placing.ask").turnsBy("Enter").sees("request.standing");
            await().pollInSameThread()
                    .atMost(LONG)
                    .until(() -> asks.tabsTo("refresh")
                            .turnsBy("Enter")
                            .reads()
                            .contains(asks.words().of("request.ACCEPTED")));

            seesItArrive(receives, name);

            await().pollInSameThread()
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(asks.goesTo("/datasets/" + DATASET)
                                    .page()
                                    .locator(".cards > li.good")
                                    .allInnerTexts())
                            .anySatisfy(copy ->
                                    assertThat(copy).contains(site, asks.words().of("status.SEALED"))));
        }
    }

    /** First without what the rules ask for besides: the page names it, and asks for it. */
    private static void weighs(Reader operator, String site) {
        operator.tabsTo("nav.place")
                .turnsBy("Enter")
                .sees("title.placing")
                .tabsToField(operator.words().of("dataset"))
                .chooses(DATASET)
                .tabsToField(operator.words().of("placing.operation"))
                .chooses("REPLICATE")
                .tabsToField(operator.words().of("placing.target"))
                .chooses(site)
                .tabsTo("placing.check")
                .turnsBy("Enter")
                .sees("placing.advice");
        assertThat(operator.isOffered("placing.ask")).isFalse();

        operator.tabsToNamed("encrypted")
                .chooses("true")
                .tabsToNamed("return")
                .chooses("true")
                .tabsTo("placing.check")
                .turnsBy("Enter")
                .sees("placing.advice");
    }

    private static void seesItArrive(Reader operator, String name) {
        await().pollInSameThread()
                .atMost(LONG)
                .until(() -> operator.tabsTo("nav.transfers")
                        .turnsBy("Enter")
                        .sees("title.transfers")
                        .reads()
                        .contains(name));
        operator.tabsToLink(name).turnsBy("Enter").sees("transfer.standing");
        await().pollInSameThread()
                .atMost(LONG)
                .until(() -> operator.tabsTo("refresh")
                        .turnsBy("Enter")
                        .reads()
                        .contains(operator.words().of("transfer.state.SEALED")));
        assertThat(operator.reads()).contains(DATASET);
    }
}
