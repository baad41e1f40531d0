package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.inquiry.Blank;
import org.liptako.node.inquiry.Question;
import org.liptako.pki.name.Role;
import org.liptako.pki.receipt.ReceiptException;
import org.liptako.pki.receipt.ReceiptVerifier;

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

    @BeforeAll
    static void grant() {
        grant = PAGES.federation().grantToOuagadougou("regulator-1", DATASET, true);
    }

    /** A moment passes before the journals of both States are here, and another before they are signed. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whereItWasOnADayAndWhoAllowedItIsAnsweredAndProvedByAReceipt(String language)
            throws IOException, ReceiptException {
        Path receipt = directory.resolve("then-" + language + ".json");
        try (Reader reader = PAGES.reader(Role.REGULATOR, Look.in(language))) {
            Words words = reader.words();
            await().pollInSameThread().atMost(LONG).untilAsserted(() -> {
                reader.goesTo("/")
                        .clicks("nav.questions")
                        .sees("title.questions")
                        .clicksLink(asListed(Question.COPIES_THEN, words))
                        .fills(words.of(Blank.DATASET.meaning()), DATASET)
                        .fills(words.of(Blank.ON.meaning()), now())
                        .fills(words.of(Blank.KNOWN.meaning()), now())
                        .clicks("question.ask")
                        .sees("question.answer");
                assertThat(row(reader)).contains(grant, "ML", "BF");
                assertThat(Files.readString(reader.takes("receipt.then", receipt)))
                        .contains(grant);
            });
        }

        assertProved(receipt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoHasNoMouseAsksAndTakesTheReceiptHome(String language) throws IOException, ReceiptException {
        Path receipt = directory.resolve("now-" + language + ".json");
        try (Reader reader = PAGES.reader(Role.REGULATOR, Look.in(language))) {
            Words words = reader.words();
            reader.tabsTo("nav.questions")
                    .presses("Enter")
                    .sees("title.questions")
                    .tabsToLink(asListed(Question.COPIES, words))
                    .presses("Enter")
                    .sees("title.question")
                    .tabsToField(words.of(Blank.DATASET.meaning()))
                    .types(DATASET)
                    .presses("Enter")
                    .sees("question.answer")
                    .tabsTo("receipt.state");
            reader.takes(() -> reader.presses("Enter"), receipt);
        }

        assertProved(receipt);
    }

    private static String row(Reader reader) {
        return reader.page()
                .locator("#answer ~ * tr")
                .filter(new Locator.FilterOptions().setHasText(HOST))
                .first()
                .innerText();
    }

    private static void assertProved(Path receipt) throws IOException, ReceiptException {
        assertThat(new ReceiptVerifier(TrialRegion.ZONE, List.of(TrialRegion.root()))
                        .verify(Files.readAllBytes(receipt), Instant.now())
                        .proved())
                .anySatisfy(line -> assertThat(line.en()).contains(DATASET));
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
