package org.liptako.node.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.replay.RuleSource;

/**
 * Decisions in a file, one journal entry's payload a line, and rules in a directory: for a machine that never saw the federation.
 *
 * @param directory where the rules of the day are looked for
 */
record FileCase(Path decision, DirectoryRules directory) implements CaseFiles {
    private static final long MOST_BYTES = 256L << 20;

    @Override
    public Iterator<JournaledDecision> decisions() {
        try {
            if (Files.size(decision) > MOST_BYTES) {
                throw CommandFailure.badInput(
                        decision + " : plus de 256 Mio ; découpez-le.", decision + ": more than 256 MiB; split it.");
            }
            List<String> lines = Files.readAllLines(decision);
            return lines.stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> new JournaledDecision(line, true))
                    .iterator();
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    "--decision " + decision + " : ce fichier ne peut pas être lu en UTF-8 ; vérifiez le chemin.",
                    "--decision " + decision + ": this file cannot be read as UTF-8; check the path.");
        }
    }

    @Override
    public RuleSource rules() {
        return directory;
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
