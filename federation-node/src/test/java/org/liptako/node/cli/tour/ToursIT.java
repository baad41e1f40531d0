package org.liptako.node.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Liptako;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.SampleRegion;
import org.liptako.node.cli.demo.stage.DemoDirectory;
import org.liptako.node.cli.demo.stage.Fault;
import org.liptako.node.cli.demo.stage.Narrator;

/** The tours of those who move no bytes, each to its end in both languages, on three nodes; {@code TourIT} takes the operator's from the command on. */
class ToursIT {
    private static final Locale BEFORE = Locale.getDefault();

    @TempDir
    private static Path below;

    private static SampleRegion region;

    @BeforeAll
    static void start() {
        var nowhere = new PrintWriter(new StringWriter());
        region = SampleRegion.start(
                DemoDirectory.prepare(below.resolve("la visite")),
                new Screen(nowhere, nowhere, Language.ENGLISH),
                Narrator.unheard(),
                Fault.NONE);
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    @AfterEach
    void putTheLanguageBack() {
        Locale.setDefault(BEFORE);
    }

    static List<Arguments> tours() {
        return List.of(
                Arguments.of(
                        TourRole.OFFICER,
                        Language.FRENCH,
                        List.of("ML-SOL-2", "67 règles, sans erreur", "Inscrit au journal", "ML-FIN-3", "Voilà")),
                Arguments.of(
                        TourRole.OFFICER,
                        Language.ENGLISH,
                        List.of("ML-SOL-2", "67 rules, no error", "Recorded in the journal", "ML-FIN-3", "That was")),
                Arguments.of(
                        TourRole.REGULATOR,
                        Language.FRENCH,
                        List.of("BF-OUA-1", "Qui a décidé de", "Reçu écrit", "PROUVÉ", "QUI", "Voilà")),
                Arguments.of(
                        TourRole.REGULATOR,
                        Language.ENGLISH,
                        List.of("BF-OUA-1", "Who ruled on", "Receipt written", "PROVED", "WHO", "That was")),
                Arguments.of(
                        TourRole.ADMINISTRATOR,
                        Language.FRENCH,
                        List.of("État de confiance n°", "peut-être", "2 jeux", "ML-DS-101", "Voilà")),
                Arguments.of(
                        TourRole.ADMINISTRATOR,
                        Language.ENGLISH,
                        List.of("Trust state", "peut-être", "ML-DS-101", "That was")));
    }

    @ParameterizedTest
    @MethodSource("tours")
    void everyCommandAnswersAsTheTourSays(TourRole role, Language language, List<String> said) {
        Locale.setDefault(language.locale());
        var out = new StringWriter();
        var err = new StringWriter();
        var screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), language);
        var papers = TourPapers.write(region);

        int exitCode = new TourGuide(
                        screen,
                        question -> true,
                        words -> Liptako.run(
                                screen.out(), screen.err(), papers.found(words).toArray(String[]::new)),
                        new Happenings(region)::play)
                .lead(Tours.of(role), region.directory().root());

        assertThat(exitCode).as("%s%n%s", out, err).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains(said).containsPattern("http://127\\.0\\.0\\.1:\\d+/enter\\?link=");
    }
}
