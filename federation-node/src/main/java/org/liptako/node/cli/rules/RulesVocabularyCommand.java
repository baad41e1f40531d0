package org.liptako.node.cli.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeOptions;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.rulebook.v1.VocabularyVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules vocabulary}: fetches the newest words that the AES has published, or those of a version, to write rules in. */
@Command(name = "vocabulary")
final class RulesVocabularyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--version", paramLabel = "N", descriptionKey = "vocabularyVersion")
    private @Nullable Long version;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "vocabularyOut")
    private Path out;

    @Mixin
    private NodeOptions node;

    RulesVocabularyCommand() {}

    @Override
    public Integer call() {
        Path file = Files.isDirectory(out) ? out.resolve(FileKind.VOCABULARY_FILE) : out;
        VocabularyVersion fetched = node.call(connection -> fetch(new EditionNode(connection), file));
        Screen.of(spec)
                .line(
                        "Version " + fetched.getVersion() + " du vocabulaire, d'empreinte " + fetched.getDigest()
                                + ", écrite dans " + file + ".",
                        "Version " + fetched.getVersion() + " of the vocabulary, digest " + fetched.getDigest()
                                + ", written to " + file + ".");
        return ExitCode.DONE;
    }

    private VocabularyVersion fetch(EditionNode asked, Path file) {
        VocabularyVersion wanted = wanted(asked.inForce().getVocabulariesList());
        new VocabularyFile("--out", file).write(asked.vocabularyFile(wanted));
        return wanted;
    }

    private VocabularyVersion wanted(List<VocabularyVersion> known) {
        VocabularyVersion newest = known.getLast();
        VocabularyVersion wanted = version == null
                ? newest
                : known.stream()
                        .filter(one -> one.getVersion() == version)
                        .findFirst()
                        .orElseThrow(() -> CommandFailure.refused(
                                "--version " + version + " : le nœud connaît les versions 1 à " + newest.getVersion()
                                        + ".",
                                "--version " + version + ": the node knows versions 1 to " + newest.getVersion()
                                        + "."));
        if (wanted.getDigest().equals(Vocabulary.standard().digest())) {
            throw CommandFailure.refused(
                    "la version 1 est livrée avec le produit et n'a pas de fichier ; le nœud "
                            + (version == null
                                    ? "n'en connaît pas d'autre."
                                    : "en connaît jusqu'à la version " + newest.getVersion() + "."),
                    "version 1 comes with the product and has no file; the node knows "
                            + (version == null ? "no other." : "up to version " + newest.getVersion() + "."));
        }
        return wanted;
    }
}
