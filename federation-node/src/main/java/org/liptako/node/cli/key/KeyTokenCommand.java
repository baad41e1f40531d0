package org.liptako.node.cli.key;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.liptako.node.DatasetKeyToken;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.config.ConfigException;
import org.liptako.node.config.KeyTokenConfig;
import org.liptako.node.config.SettingsReader;
import org.liptako.node.wire.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako key token}: makes, in the token that a node's configuration names, the key under which the node keeps the keys of datasets. */
@Command(name = "token")
final class KeyTokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", descriptionKey = "config")
    private Path config;

    KeyTokenCommand() {}

    @Override
    public Integer call() {
        KeyTokenConfig made = make();
        Screen screen = Screen.of(spec);
        screen.line(
                "Clé « " + made.label() + " » faite dans le jeton ("
                        + made.token().library() + ", rang " + made.token().slotIndex() + ") ; elle n'en sort pas.",
                "Key \"" + made.label() + "\" made in the token ("
                        + made.token().library() + ", slot " + made.token().slotIndex() + "); it does not leave it.");
        screen.line(
                "Sauvegardez le jeton dès maintenant, par ses propres moyens : perdu, il rend illisibles les copies chiffrées."
                        + " Puis (re)démarrez le nœud.",
                "Back the token up now, by its own means: once it is lost, encrypted copies cannot be read. Then (re)start"
                        + " the node.");
        return ExitCode.DONE;
    }

    private KeyTokenConfig make() {
        try {
            return DatasetKeyToken.make(SettingsReader.read(config));
        } catch (ConfigException refused) {
            throw CommandFailure.badInput(
                    refused.sentence().fr(), refused.sentence().en());
        } catch (Failure refused) {
            throw CommandFailure.refused(
                    refused.sentence().fr(), refused.sentence().en());
        }
    }
}
