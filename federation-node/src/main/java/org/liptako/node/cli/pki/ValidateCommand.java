package org.liptako.node.cli.pki;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Zone;
import org.liptako.pki.validation.batch.BatchProfile;
import org.liptako.pki.validation.batch.ChainBatch;
import org.liptako.pki.validation.batch.MalformedLineException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako pki validate}: one chain a line on stdin, one verdict a line on stdout, in order. */
@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "PROFILE", defaultValue = "rfc5280", descriptionKey = "pkiProfile")
    private BatchProfile profile;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "aes.internal", descriptionKey = "zone")
    private String zone;

    ValidateCommand() {}

    @Override
    public Integer call() {
        try {
            ChainBatch batch = new ChainBatch(profile, new Zone(zone));
            batch.warmUp();
            batch.run(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    spec.commandLine().getOut());
            return ExitCode.DONE;
        } catch (MalformedLineException malformed) {
            throw CommandFailure.badInput(
                    "Entrée standard, ligne " + malformed.line() + " : attendu "
                            + malformed.fault().french() + ".",
                    "Standard input, line " + malformed.line() + ": expected "
                            + malformed.fault().english() + ".");
        } catch (MalformedNameException malformed) {
            throw CommandFailure.badInput(
                    "--zone « " + zone
                            + " » : attendu un nom DNS en minuscules d'au moins deux parties, comme aes.internal.",
                    "--zone \"" + zone
                            + "\": expected a lower-case DNS name of two parts or more, such as aes.internal.");
        } catch (IOException e) {
            throw CommandFailure.down(
                    "L'entrée standard ne peut plus être lue : " + e.getMessage(),
                    "The standard input can no longer be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.down("La commande a été interrompue.", "The command was interrupted.");
        }
    }
}
