package org.liptako.node.cli.registry;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.liptako.node.RegistryRebuild;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.config.ConfigException;
import org.liptako.node.config.SettingsReader;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako registry rebuild}: the registry anew from the journals, beside a node that is stopped; all or nothing. */
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", descriptionKey = "config")
    private Path config;

    RebuildCommand() {}

    @Override
    public Integer call() {
        try {
            long entries = RegistryRebuild.run(SettingsReader.read(config));
            Screen.of(spec)
                    .line(
                            "Registre reconstruit : "
                                    + Count.fr(entries, "entrée de journal relue", "entrées de journal relues") + ".",
                            "Registry rebuilt: " + Count.en(entries, "journal entry", "journal entries")
                                    + " read again.");
            return ExitCode.DONE;
        } catch (ConfigException refused) {
            throw CommandFailure.badInput(
                    refused.sentence().fr(), refused.sentence().en());
        } catch (Failure failure) {
            throw ended(failure);
        }
    }

    private static CommandFailure ended(Failure failure) {
        String french = failure.sentence().fr();
        String english = failure.sentence().en();
        return failure.code() == ErrorCode.NOT_READY
                ? CommandFailure.refused(french, english)
                : CommandFailure.down(french, english);
    }
}
