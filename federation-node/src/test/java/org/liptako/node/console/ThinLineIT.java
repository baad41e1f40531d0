package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.Role;

/**
 * Pages over a line of 256 kbit/s on which every question takes 600 ms, in a real browser that has its line made so. How long a reader waits is reckoned from what
 * the browser has asked and been sent: a busy machine makes no line slower.
 */
class ThinLineIT {
    private static final double TRIP_SECONDS = 0.6;
    private static final int BYTES_A_SECOND = 256_000 / 8;

    /** Before the first byte of a page: TCP, then TLS 1.3; and the chain of certificates, which is in none of the browser's figures. */
    private static final int TRIPS_TO_MEET = 2;

    private static final int BYTES_TO_MEET = 6_000;

    /** What we promise, in seconds: the first page to who has never been here, each further one. */
    private static final double FIRST = 3.5;

    private static final double NEXT = 1.5;

    @TempDir
    private static Path directory;

    @RegisterExtension
    static final TrialPages PAGES = new TrialPages(() -> directory);

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoComesForTheFirstTimeReadsHowToSignIn(String language) {
        try (Reader reader = PAGES.reader(Look.in(language).overTls())) {
            thin(reader);

            reader.goesTo("/sign-in").sees("title.sign-in");

            assertThat(reader.loaded()).hasSize(2);
            assertThat(seconds(TRIPS_TO_MEET + 2, BYTES_TO_MEET + reader.weight()))
                    .as("seconds to the first page, of %d bytes", reader.weight())
                    .isLessThan(FIRST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoIsSignedInReadsWhatWaitsByOneTripAndTheStyleIsNotSentAgain(String language) {
        try (Reader reader = PAGES.reader(Role.OFFICER, Look.in(language).overTls())) {
            thin(reader);

            for (String path : new String[] {"/", "/datasets", "/"}) {
                reader.goesTo(path);
                int styles = transferred(reader, "resource");
                int page = transferred(reader, "navigation");

                assertThat(styles)
                        .as("bytes of what %s has beside itself", path)
                        .isZero();
                assertThat(seconds(1, page))
                        .as("seconds to %s, of %d bytes", path, page)
                        .isLessThan(NEXT);
            }
            reader.sees("title.home");
        }
    }

    @Test
    void aLongTableIsReadableOnItToo() {
        try (Reader reader = PAGES.reader(Role.REGULATOR, Look.in("fr").overTls())) {
            thin(reader);

            reader.goesTo("/copies").sees("title.table");

            assertThat(reader.page().locator("tbody tr").count()).isPositive();
            assertThat(seconds(1, transferred(reader, "navigation"))).isLessThan(FIRST);
        }
    }

    /** Has the browser speak over such a line from now on. */
    private static void thin(Reader reader) {
        CDPSession browser = reader.page().context().newCDPSession(reader.page());
        browser.send("Network.enable");
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", TRIP_SECONDS * 1_000);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        browser.send("Network.emulateNetworkConditions", line);
    }

    private static double seconds(int trips, int bytes) {
        return trips * TRIP_SECONDS + (double) bytes / BYTES_A_SECOND;
    }

    /** How many bytes came over the line, heads included: nothing for what the browser had kept. The sign on the tab comes when the page is there. */
    private static int transferred(Reader reader, String kind) {
        return ((Number) reader.page()
                        .evaluate(
                                "kind => performance.getEntriesByType(kind).filter(entry => !entry.name.endsWith('/icon.svg'))"
                                        + ".reduce((sum, entry) => sum + entry.transferSize, 0)",
                                kind))
                .intValue();
    }
}
