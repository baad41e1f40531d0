package org.liptako.node.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.liptako.node.cli.demo.stage.DemoDirectory;
import org.liptako.node.cli.demo.stage.Fault;

/** Lets strategic databases leave Mali for its allies, where the demonstration was told to break that rule. */
final class WrongRule {
    private static final String SCOPE =
            "champ: {operation: [heberger, repliquer, sauvegarder, archiver], jeu.strategique: oui}\n";
    private static final String RIGHT = SCOPE + "    condition: {fait: lieu.etat, est: ML}";
    private static final String WRONG = SCOPE + "    condition: {fait: lieu.etat, dans: AES}";

    private WrongRule() {}

    static void write(DemoDirectory directory, Fault fault) {
        if (fault != Fault.WRONG_RULE) {
            return;
        }
        var file = directory.rules().resolve("ml.yaml");
        try {
            var rules = Files.readString(file);
            if (!rules.contains(RIGHT)) {
                throw new IllegalStateException("the sample rule ML-SOL-2 reads otherwise than this fault expects");
            }
            Files.writeString(file, rules.replace(RIGHT, WRONG));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
