package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.Role;

/** Pages that take long, while the registry answers nobody. */
class BusyPagesIT {
    private static final String HEAVY = "/datasets/ML-DS-001/hosts?lang=";
    private static final int ASKED = 5;
    private static final int MADE = 2;

    @TempDir
    private static Path directory;

    @Test
    void eachReaderAndAllTogetherHaveFewOfThemMadeAtOnceAndAreToldWhenToComeBack() throws Exception {
        try (ConsoleScene mali = new ConsoleScene(directory);
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> pages = new ArrayList<>();
            TrialBrowser last = mali.browser(Role.OPERATOR);
            List<TrialBrowser> others = others(mali);
            try (AutoCloseable silence = mali.lock("registry_statement")) {
                for (TrialBrowser reader : others) {
                    for (int time = 0; time < ASKED; time++) {
                        pages.add(readers.submit(() -> reader.get(HEAVY + "fr")));
                    }
                    int asked = pages.size();
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> pages.stream().filter(Future::isDone).count()
                                    == (long) asked / ASKED * (ASKED - MADE));
                }
                assertThat(pages.stream().filter(Future::isDone).map(Future::resultNow))
                        .allSatisfy(page -> isRefused(page, 429, "Deux pages qui demandent beaucoup"));

                isRefused(last.get(HEAVY + "en"), 503, "as many such pages for everybody as it can");
                assertThat(last.get("/rules").statusCode())
                        .as("what is quick is made")
                        .isEqualTo(200);
                assertThat(silence).isNotNull();
            }
            for (Future<HttpResponse<String>> page : pages) {
                assertThat(page.get().statusCode()).isIn(200, 429);
            }
            assertThat(last.get(HEAVY + "en").statusCode()).isEqualTo(200);
        }
    }

    private static List<TrialBrowser> others(ConsoleScene mali) throws IOException {
        List<TrialBrowser> browsers = new ArrayList<>();
        for (Role role : List.of(Role.OFFICER, Role.REGULATOR, Role.ADMINISTRATOR)) {
            browsers.add(mali.browser(role));
        }
        return browsers;
    }

    private static void isRefused(HttpResponse<String> page, int status, String words) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Retry-After")).contains("10");
        assertThat(page.body()).contains(words);
    }
}
