package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.cli.Liptako;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ImportCatalogueRequest;

/** Mali is cut off from both its witnesses; what it does on its own soil goes on, and says so wherever it is read. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class NotWitnessedIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DATASET = "ML-DS-900";

    @TempDir
    private Path directory;

    private final Locale before = Locale.getDefault();
    private ConsoleRegion region;

    @BeforeEach
    void start() throws IOException {
        Locale.setDefault(Locale.FRENCH);
        region = new ConsoleRegion(directory);
    }

    @AfterEach
    void stop() {
        Locale.setDefault(before);
        region.close();
    }

    @Test
    void whatIsRecordedWithoutAWitnessIsMarkedUntilOneAnswers() throws IOException {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(says("journal", "status")).contains("pas encore attestées : 0"));
        region.nodes().stop(State.BF);
        region.nodes().stop(State.NE);
        region.nodes()
                .register(State.ML, Role.ADMINISTRATOR)
                .importCatalogue(ImportCatalogueRequest.newBuilder()
                        .setYaml("datasets:\n- {id: " + DATASET + ", home: ML, name: {fr: Essai, en: Trial},"
                                + " owner: Essai, categories: [HEALTH], classification: INTERNAL, personal: NONE,"
                                + " strategic: false, controller: PUBLIC_BODY, size_gb: 1, held_at: [ML-BKO-1]}\n")
                        .build());

        assertThat(says("where", DATASET)).contains("pas encore attestée");
        assertThat(says("journal", "status")).doesNotContain("pas encore attestées : 0");
        TrialBrowser regulator = region.browser(State.ML, Role.REGULATOR);
        assertThat(regulator.get("/datasets/" + DATASET + "?lang=fr").body())
                .contains("pas encore attestée par un autre État");
        assertThat(regulator.get("/datasets/" + DATASET + "?lang=en").body())
                .contains("not yet witnessed by another State");

        region.nodes().startAgain(State.NE);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(says("where", DATASET)).doesNotContain("pas encore attestée"));
        assertThat(regulator.get("/datasets/" + DATASET + "?lang=fr").body()).doesNotContain("pas encore attestée");
    }

    private String says(String... command) {
        StringWriter out = new StringWriter();
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(region.nodes().reach(State.ML, TrialRegion.tree().regulator(State.ML)));
        Liptako.run(new PrintWriter(out, true), new PrintWriter(out, true), words.toArray(String[]::new));
        return out.toString().replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
