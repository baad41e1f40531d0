package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Liptako;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.inquiry.Question;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** What a regulator comes to the pages for, from signing in to the file that proves it, in a real browser. */
class RegulatorTasksIT {
    private static final String DATASET = "ML-DS-008";
    private static final String HOST = "BF-OUA-1";
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    private static Path directory;

    @RegisterExtension
    static final TrialPages PAGES = new TrialPages(() -> directory);

    private static String grant = "";

    /** Of what has no version yet no copy is on its way; what the host journals is asked for once this node has read it. */
    @BeforeAll
    static void aCopyLiesAtOuagadougou() throws IOException {
        TrialTraffic traffic = new TrialTraffic(PAGES.federation(), directory);
        traffic.publish(State.ML, DATASET);
        grant = PAGES.federation().grantToOuagadougou("regulator-1", DATASET, true);
        traffic.awaitCopy(State.ML, DATASET, State.BF, Set.of("SEALED"));
    }

    /** A moment passes before the journals of both States are signed as far as this. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whereItWasOnADayAndWhoAllowedItIsAnsweredAndProvedByAReceipt(String language) throws IOException {
        Path receipt = directory.resolve("then-" + language + ".json");
        try (Reader reader = PAGES.reader(Role.REGULATOR, Look.in(language))) {
            Words words = reader.words();
            await().pollInSameThread().atMost(LONG).untilAsserted(() -> {
                reader.goesTo("/")
                        .clicks("nav.questions")
                        .sees("title.questions")
                        .clicksLink(asListed(Question.COPIES_THEN, words))
                        .fills(words.of("blank.DATASET"), DATASET)
                        .fills(words.of("blank.ON"), now())
                        .fills(words.of("blank.KNOWN"), now())
                        .clicks("question.ask")
                        .sees("question.answer");
                // Both States tell of the copy; that of the host, which read each block, is proved.
                assertThat(rowsOf(HOST, reader))
                        .anySatisfy(row -> assertThat(row)
                                .contains(grant, words.of("status.SEALED"), words.of("certainty.PROVED"))
                                .contains("ML-COPIE-1", "BF-COPIE-1", words.of(State.BF)));
                assertThat(Files.readString(reader.takes("receipt.then", receipt)))
                        .contains(grant);
            });
        }

        assertProved(receipt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoHasNoMouseAsksAndTakesTheReceiptHome(String language) throws IOException {
        Path receipt = directory.resolve("now-" + language + ".json");
        try (Reader reader = PAGES.reader(Role.REGULATOR, Look.in(language))) {
            Words words = reader.words();
            await().pollInSameThread().atMost(LONG).untilAsserted(() -> {
                reader.goesTo("/")
                        .tabsTo("nav.questions")
                        .turnsBy("Enter")
                        .sees("title.questions")
                        .tabsToLink(asListed(Question.COPIES, words))
                        .turnsBy("Enter")
                        .sees("title.question")
                        .tabsToField(words.of("blank.DATASET"))
                        .types(DATASET)
                        .turnsBy("Enter")
                        .sees("question.answer")
                        .tabsTo("receipt.state")
                        .takes(() -> reader.presses("Enter"), receipt);
                assertThat(Files.readString(receipt)).contains(grant);
            });
        }

        assertProved(receipt);
    }

    private static List<String> rowsOf(String site, Reader reader) {
        return reader.page()
                .locator("#answer ~ * tr")
                .filter(new Locator.FilterOptions().setHasText(site))
                .allInnerTexts();
    }

    /** By the command that a stranger to all nodes would type. */
    private static void assertProved(Path receipt) {
        StringWriter said = new StringWriter();
        int code = Liptako.run(
                new PrintWriter(said, true),
                new PrintWriter(said, true),
                "verify",
                receipt.toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString(),
                "--zone",
                TrialRegion.ZONE.toString());
        assertThat(code).as(said.toString()).isEqualTo(ExitCode.DONE);
        assertThat(said.toString()).contains("PROVED", DATASET, grant);
    }

    private static String asListed(Question question, Words words) {
        return words.of(question.sentence()).replaceAll("\\{[a-z]+}", "…");
    }

    /** As a field for date and time holds it, which leaves out seconds that are none. */
    private static String now() {
        return LocalDateTime.ofInstant(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
                .toString();
    }
}
