package org.liptako.node.cli.pki;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako pki init}: a whole region's certificates for a trial, one node in each capital. */
@Command(name = "init")
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--dir", required = true, paramLabel = "DIR", descriptionKey = "pkiDirectory")
    private Path directory;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "aes.internal", descriptionKey = "zone")
    private String zone;

    InitCommand() {}

    @Override
    public Integer call() {
        var tree = write();
        Screen.of(spec)
                .line(
                        "Certificats d'essai dans " + directory + " ; racine : "
                                + tree.root().certificate()
                                + " ; listes de révocation et premier état de confiance valables 92 jours.",
                        "Trial certificates in " + directory + "; root: "
                                + tree.root().certificate()
                                + "; revocation lists and first trust state good for 92 days.");
        return ExitCode.DONE;
    }

    private TrialTree write() {
        try {
            return new TrialCeremony(Clock.systemUTC(), new SecureRandom())
                    .perform(TrialPlan.capitals(new Zone(zone)), directory);
        } catch (MalformedNameException malformed) {
            throw CommandFailure.badInput(
                    "--zone « " + zone
                            + " » : attendu un nom DNS en minuscules d'au moins deux parties, comme aes.internal.",
                    "--zone \"" + zone
                            + "\": expected a lower-case DNS name of two parts or more, such as aes.internal.");
        } catch (IssuingException refused) {
            throw CommandFailure.badInput(
                    "--dir " + directory + " : " + refused.french(), "--dir " + directory + ": " + refused.english());
        }
    }
}
