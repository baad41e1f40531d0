package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.cli.node.StartCache;

/** {@code liptako tour} from the command on: to its end, and left in the middle. */
class TourIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    Path directory;

    @Test
    void theOperatorsTourEndsAsItSaysAndSoDoItsNodes() {
        terminal.speaks(Locale.FRENCH);
        var out = new StringWriter();
        var err = new StringWriter();
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();

        int exitCode = Liptako.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "tour",
                "operator",
                "--dir",
                directory.resolve("la visite").toString());

        assertThat(exitCode).as("%s%n%s", out, err).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("Décision : PERMIS", "Décision : REFUS", "Décision : INDÉTERMINÉ", "ACCORDÉE ET ACCEPTÉE")
                .contains("SCELLÉE  ML-DS-008", "── 8/8", "Voilà");
        assertThat(ProcessHandle.current().descendants().toList()).isSubsetOf(before);
    }

    @Test
    void whoeverBreaksATourOffLeavesNothingBehind() throws IOException, InterruptedException {
        Process tour = new ProcessBuilder(tour())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = tour.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.lines().anyMatch(line -> line.startsWith("── 1/"))).isTrue();
            List<ProcessHandle> nodes = tour.descendants().toList();
            assertThat(nodes).isNotEmpty();
            assertThat(directory).isNotEmptyDirectory();

            // To Java the same as Ctrl-C, which a test that runs in the background may not send.
            assertThat(tour.toHandle().destroy()).isTrue();
            assertThat(tour.waitFor(A_MINUTE)).isTrue();

            await().atMost(A_MINUTE).until(() -> nodes.stream().noneMatch(ProcessHandle::isAlive));
            try (var left = Files.list(directory)) {
                assertThat(left.filter(file -> file.getFileName().toString().startsWith("liptako-tour")))
                        .isEmpty();
            }
        } finally {
            tour.destroyForcibly();
        }
    }

    private List<String> tour() {
        List<String> command = new ArrayList<>(List.of(StartCache.java()));
        command.addAll(StartCache.FLAGS);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                StartCache.classPath(),
                "org.liptako.node.cli.Liptako",
                "tour",
                "operator"));
        return command;
    }
}
