package org.liptako.node.cli.pki;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Reason;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.Passphrase;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.ceremony.Ceremony;
import org.liptako.pki.ceremony.CeremonyException;
import org.liptako.pki.ceremony.CeremonyPlan;
import org.liptako.pki.ceremony.CeremonyReader;
import org.liptako.pki.ceremony.Obstacle;
import org.liptako.pki.ceremony.Secrets;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.IssuingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako pki ceremony}: makes what a declaration says, or shows it. */
@Command(name = "ceremony")
final class CeremonyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "ceremonyFile")
    private Path file;

    @Option(names = "--dry-run", descriptionKey = "ceremonyDryRun")
    private boolean dryRun;

    CeremonyCommand() {}

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec);
        try {
            CeremonyPlan plan = new CeremonyReader(new Secrets(CeremonyCommand::ask)).read(file);
            Ceremony ceremony = new Ceremony(plan, Clock.systemUTC(), new SecureRandom());
            ceremony.outline().forEach(screen::line);
            List<Obstacle> obstacles = ceremony.obstacles();
            if (!obstacles.isEmpty()) {
                obstacles.forEach(
                        obstacle -> screen.line("obstacle : " + obstacle.french(), "obstacle: " + obstacle.english()));
                return ExitCode.NO;
            }
            return dryRun ? rehearsed(screen) : perform(screen, plan, ceremony);
        } catch (CeremonyException | IssuingException refused) {
            Sentence told = Reason.of(refused);
            throw CommandFailure.badInput("la cérémonie s'arrête : " + told.fr(), "the ceremony stops: " + told.en());
        }
    }

    private static int rehearsed(Screen screen) {
        screen.line("Répétition : rien n'a été fait.", "Dry run: nothing was made.");
        return ExitCode.DONE;
    }

    private static int perform(Screen screen, CeremonyPlan plan, Ceremony ceremony) {
        Digest digest = ceremony.perform();
        screen.line(
                "Procès-verbal : " + plan.transcript() + " ; SHA-256 à lire à voix haute : " + digest,
                "Transcript: " + plan.transcript() + "; SHA-256 to read aloud: " + digest);
        return ExitCode.DONE;
    }

    private static char[] ask(String place) {
        return Passphrase.asked(place)
                .filter(typed -> typed.length > 0)
                .orElseThrow(() -> CommandFailure.badInput(
                        place + " : aucun secret n'a été donné ; sans terminal, nommez un fichier de mode 0600.",
                        place + ": no secret was given; without a terminal, name a file of mode 0600."));
    }
}
