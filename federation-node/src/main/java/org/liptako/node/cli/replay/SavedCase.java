package org.liptako.node.cli.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.replay.RuleSource;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;

/** A case that is kept as it is read, in {@code decisions.jsonl} and {@code rules/}: to be judged again without the node. */
record SavedCase(CaseFiles from, Path directory) implements CaseFiles {
    private static final String DECISIONS = "decisions.jsonl";

    /** @throws CommandFailure if the directory cannot be made, or holds a case already */
    SavedCase {
        try {
            Files.createDirectories(directory);
            Files.createFile(directory.resolve(DECISIONS));
        } catch (IOException e) {
            throw unwritable(directory);
        }
    }

    @Override
    public Iterator<JournaledDecision> decisions() {
        Iterator<JournaledDecision> read = from.decisions();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return read.hasNext();
            }

            @Override
            public JournaledDecision next() {
                return keep(read.next());
            }
        };
    }

    @Override
    public RuleSource rules() {
        RuleSource source = from.rules();
        return new RuleSource() {
            @Override
            public Optional<List<SourceFile>> files(Jurisdiction jurisdiction, Digest digest) {
                Optional<List<SourceFile>> files = source.files(jurisdiction, digest);
                files.ifPresent(found -> found.forEach(file -> keep(jurisdiction + "-" + digest.hex(), file)));
                return files;
            }

            @Override
            public Optional<byte[]> vocabulary(Digest digest) {
                Optional<byte[]> file = source.vocabulary(digest);
                file.ifPresent(
                        bytes -> keep("vocabulary-" + digest.hex(), new SourceFile(FileKind.VOCABULARY_FILE, bytes)));
                return file;
            }
        };
    }

    private JournaledDecision keep(JournaledDecision decision) {
        try {
            Files.write(
                    directory.resolve(DECISIONS),
                    (decision.payload() + "\n").getBytes(UTF_8),
                    StandardOpenOption.APPEND);
            return decision;
        } catch (IOException e) {
            throw unwritable(directory);
        }
    }

    private void keep(String name, SourceFile file) {
        Path folder = directory.resolve("rules").resolve(name);
        Path path = folder.resolve(file.path()).normalize();
        if (!path.startsWith(folder)) {
            throw CommandFailure.refused(
                    "le nœud a donné un fichier de règles au chemin hostile.",
                    "the node gave a rule file with a hostile path.");
        }
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        } catch (IOException e) {
            throw unwritable(directory);
        }
    }

    private static CommandFailure unwritable(Path directory) {
        return CommandFailure.badInput(
                "--save " + directory + " : attendu un dossier nouveau où l'on peut écrire.",
                "--save " + directory + ": expected a new directory that can be written to.");
    }

    @Override
    public void close() {
        from.close();
    }
}
