package org.liptako.node.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Sentence;

class TourGuideTest {
    private static final Path DIRECTORY = Path.of("l'endroit");
    private static final Sentence TEXT = new Sentence("Le texte : « lu ».", "The text.");
    private static final List<Stop> STOPS = List.of(
            Stop.done(TEXT, TEXT, "first", "two words"),
            Stop.refused(TEXT, TEXT, "second").after(Happening.COPY_MADE),
            Stop.done(TEXT, TEXT, "third"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> done = new ArrayList<>();

    @Test
    void runsEachCommandOnceWhatItNeedsHasHappened() {
        assertThat(lead(question -> true)).isEqualTo(ExitCode.DONE);

        assertThat(done).containsExactly("first two words", "COPY_MADE", "second", "third");
        assertThat(out.toString())
                .contains("l'endroit", "── 1/3", "$ liptako first \"two words\"", "── 3/3", "Voilà")
                .contains("Le texte\u00A0: «\u202Flu\u202F».");
    }

    @Test
    void endsAtOnceWhereTheReaderLeaves() {
        assertThat(lead(question -> done.isEmpty())).isEqualTo(ExitCode.DONE);

        assertThat(done).containsExactly("first two words", "COPY_MADE");
        assertThat(out.toString()).doesNotContain("Voilà");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void endsAtTheFirstCommandThatDoesNotEndAsItShould() {
        var guide = new TourGuide(screen(), question -> true, words -> ExitCode.DOWN, this::happens);

        assertThat(guide.lead(STOPS, DIRECTORY)).isEqualTo(ExitCode.NO);

        assertThat(err.toString()).contains("devait finir par 0 et a fini par 3");
        assertThat(out.toString()).doesNotContain("── 2/3");
    }

    @Test
    void breaksALongCommandBetweenOptionsAsAShellTakesIt() {
        show("check", "--dataset", "ML-DS-008", "--target", "BF-OUA-1", "--reference", "TGI 44");
        show("check", "--dataset", "x".repeat(50), "--target", "BF-OUA-1", "@who");

        assertThat(out.toString().lines())
                .contains("$ liptako check --dataset ML-DS-008 --target BF-OUA-1 --reference \"TGI 44\"")
                .containsSequence("$ liptako check --dataset " + "x".repeat(50) + " \\", "   --target BF-OUA-1 @who");
    }

    private void show(String... words) {
        new TourGuide(screen(), question -> false, this::run, this::happens)
                .lead(List.of(Stop.done(TEXT, TEXT, words)), DIRECTORY);
    }

    private int lead(TourReader reader) {
        return new TourGuide(screen(), reader, this::run, this::happens).lead(STOPS, DIRECTORY);
    }

    private int run(List<String> words) {
        String command = String.join(" ", words);
        done.add(command);
        return command.equals("second") ? ExitCode.NO : ExitCode.DONE;
    }

    private void happens(Happening happening) {
        done.add(happening.name());
    }

    private Screen screen() {
        return new Screen(new PrintWriter(out, true), new PrintWriter(err, true), Language.FRENCH);
    }
}
