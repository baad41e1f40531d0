package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.inquiry.Question;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/**
 * Makes the pictures of the guides to the pages, on the way of each role through its main task: {@code mvn verify -Pmeasure -pl federation-node -am
 * -Dit.test=PicturesMeasure -Dliptako.pictures=../docs/images}; into {@code target/pictures} where no folder is said. {@code GuidePagesTest} holds what is kept of them.
 */
@Tag("measure")
class PicturesMeasure {
    private static final Path FOLDER = Path.of(System.getProperty("liptako.pictures", "target/pictures"));
    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int LOW = 300;
    private static final String WEIGHED = "/place?dataset=" + PictureStage.DATASET
            + "&operation=REPLICATE&target=BF-OUA-1&encrypted=true&return=true";
    /** Where the last block ends that is whole above a height. */
    private static final String END = """
            most => Math.ceil(Math.max(200, ...[...document.querySelectorAll('header, main > *, main p, li, tbody tr, dl, dd, form, section, footer')]
              .map(block => block.getBoundingClientRect().bottom + scrollY).filter(end => end <= most - 16))) + 16
            """;

    @TempDir
    private static Path directory;

    private static PictureStage stage;

    private final Set<Picture> taken = EnumSet.noneOf(Picture.class);

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(FOLDER);
        stage = new PictureStage(directory);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void eachRoleComesFromTheEntranceToTheEndOfItsTask() throws IOException {
        enter();
        placeACopy();
        readTheRules();
        findTheCopies();
        take(Picture.ADMINISTRATOR_OPERATIONS, "/operations");

        assertThat(taken).containsExactlyInAnyOrder(Picture.values());
    }

    private void enter() throws IOException {
        for (String language : LANGUAGES) {
            try (Reader visitor = stage.visitor(State.ML, Role.OPERATOR, language)) {
                keep(Picture.ENTER, language, visitor.page());
            }
        }
    }

    private void placeACopy() throws IOException {
        Reader host = stage.reader(State.BF, Role.OPERATOR, "fr");
        host.goesTo("/transfers")
                .clicks("pause.go")
                .page()
                .locator("form[action='/transfers/resume']")
                .waitFor();

        until(Picture.OPERATOR_PLACE, WEIGHED, "ML-COPIE-1", "BF-COPIE-1");
        take(Picture.OPERATOR_PLACE, WEIGHED);
        Reader operator = stage.reader(State.ML, Role.OPERATOR, "fr");
        operator.goesTo(WEIGHED).clicks("placing.ask").sees("request.standing");
        String request = URI.create(operator.page().url()).getPath();
        until(Picture.OPERATOR_REQUEST, request, operator.words().of("request.ACCEPTED"));
        take(Picture.OPERATOR_REQUEST, request);

        until(Picture.OPERATOR_TRANSFERS, "/transfers", PictureStage.DATASET);
        take(Picture.OPERATOR_TRANSFERS, "/transfers");
        String transfer =
                host.page().locator("a.name[href^='/transfers/']").first().getAttribute("href");
        host.clicks("pause.lift").sees("title.transfers");
        until(Picture.OPERATOR_TRANSFER, transfer, host.words().of("transfer.state.SEALED"));
        take(Picture.OPERATOR_TRANSFER, transfer);
    }

    private void readTheRules() throws IOException {
        take(Picture.OFFICER_RULES, "/rules");
        take(Picture.OFFICER_ARTICLE, "/rules/ML");
        take(Picture.OFFICER_COMPARE, "/rules/ML/compare?from=1&to=2");
        take(Picture.OFFICER_COVERAGE, "/rules/ML/coverage");
    }

    /** A moment passes before all copies are judged, and before what a journal says is signed. */
    private void findTheCopies() throws IOException {
        String dataset = "/datasets/" + PictureStage.DATASET;
        Words french = Words.in("fr");
        until(Picture.OFFICER_HOME, "/", french.of("matter.forbidden.more"));
        until(Picture.REGULATOR_HOME, "/", french.of("matter.forbidden.more"), french.of("change.sealed"));
        until(Picture.REGULATOR_DATASET, dataset, french.of("status.SEALED"), french.of("receipt.copy"));
        take(Picture.OPERATOR_HOME, "/");
        take(Picture.OPERATOR_PHONE, "/");
        take(Picture.OFFICER_HOME, "/");
        take(Picture.REGULATOR_HOME, "/");
        take(Picture.REGULATOR_DATASET, dataset);
        take(Picture.REGULATOR_PHONE, dataset);
        take(Picture.REGULATOR_MAP, "/map");
        String now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        take(
                Picture.REGULATOR_QUESTION,
                "/questions/" + Question.COPIES_THEN.key() + "?dataset=" + PictureStage.DATASET + "&on=" + now
                        + "&known=" + now);
    }

    /** Waits until whoever reads French finds these words on a page. */
    private static void until(Picture picture, String path, String... words) {
        Reader reader = stage.reader(picture.state(), picture.role(), "fr");
        await().pollInSameThread()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(reader.goesTo(path).reads()).contains(words));
    }

    private void take(Picture picture, String path) throws IOException {
        for (String language : LANGUAGES) {
            Reader reader = stage.reader(picture.state(), picture.role(), language);
            assertThat(reader.goesTo(path).status()).as(path).isEqualTo(200);
            keep(picture, language, reader.page());
        }
    }

    private void keep(Picture picture, String language, Page page) throws IOException {
        page.setViewportSize(picture.width(), LOW);
        Still.set(page, language);
        byte[] shot;
        if (picture.part().isEmpty()) {
            int end = ((Number) page.evaluate(END, picture.height())).intValue();
            page.setViewportSize(picture.width(), end);
            shot = page.screenshot();
        } else {
            shot = page.locator(picture.part()).first().screenshot();
        }
        byte[] small = SmallPng.of(shot);
        assertThat(small.length).as("%s %s", picture, language).isLessThan(GuidePagesTest.MOST_BYTES);
        Files.write(picture.in(FOLDER, language), small);
        taken.add(picture);
    }
}
