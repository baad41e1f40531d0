package org.liptako.node.cli.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.policy.edition.EditionDirectory;
import org.liptako.policy.rules.SourceFile;
import org.liptako.rulebook.v1.PublishEditionResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako rules publish}: hands a signed edition to the officer's own State's node, which verifies all of it. */
@Command(name = "publish")
final class RulesPublishCommand extends NodeQuestion<PublishEditionResponse> {
    @Parameters(paramLabel = "DIR", descriptionKey = "editionDirectory")
    private Path directory;

    @Option(names = "--for-signatures", descriptionKey = "editionForSignatures")
    private boolean forSignatures;

    RulesPublishCommand() {}

    @Override
    protected PublishEditionResponse ask(NodeConnection node) {
        EditionDirectory edition = new EditionDirectory(directory);
        byte[] document;
        byte[] signatures;
        List<SourceFile> files;
        try {
            document = edition.readDocument();
            Optional<byte[]> given = edition.readSignatures();
            signatures = forSignatures
                    ? given.orElseGet(() -> new byte[0])
                    : given.orElseThrow(() -> CommandFailure.refused(
                            edition.signatures() + " manque : faites signer " + edition.document()
                                    + " par « liptako sign ».",
                            edition.signatures() + " is missing: have " + edition.document()
                                    + " signed by \"liptako sign\"."));
            files = edition.readRules();
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    directory + " : ce n'est pas le dossier d'une édition (« liptako rules propose »).",
                    directory + ": not the directory of an edition (\"liptako rules propose\").");
        }
        EditionNode asked = new EditionNode(node);
        return forSignatures ? asked.submit(document, signatures, files) : asked.publish(document, signatures, files);
    }

    @Override
    protected void show(PublishEditionResponse answer, Screen screen) {
        var edition = answer.getEdition();
        if (answer.getAlready()) {
            screen.line(
                    "L'édition " + edition.getVersion() + " attend déjà, avec ces signatures (/signing/"
                            + edition.getDigest() + ") ; rien n'a changé. Signée par : " + signers(answer, "personne")
                            + ".",
                    "Edition " + edition.getVersion() + " waits already, with these signatures (/signing/"
                            + edition.getDigest() + "); nothing has changed. Signed so far by: "
                            + signers(answer, "nobody") + ".");
            return;
        }
        if (answer.getWaiting()) {
            screen.line(
                    "L'édition " + edition.getVersion() + " attend des signatures sur les pages du nœud (/signing/"
                            + edition.getDigest() + ") ; déjà signée par : " + signers(answer, "personne") + ".",
                    "Edition " + edition.getVersion() + " waits for signatures on the node's pages (/signing/"
                            + edition.getDigest() + "); signed so far by: " + signers(answer, "nobody") + ".");
            return;
        }
        if (answer.getSignersCount() == 0) {
            screen.line(
                    "L'édition " + edition.getVersion() + " était déjà publiée ; rien n'a changé.",
                    "Edition " + edition.getVersion() + " was published already; nothing has changed.");
            return;
        }
        screen.line(
                "Édition " + edition.getVersion() + " publiée, en vigueur à partir de " + edition.getInForceFrom()
                        + " ; signataires : " + String.join(", ", answer.getSignersList()) + ".",
                "Edition " + edition.getVersion() + " published, in force from " + edition.getInForceFrom()
                        + "; signed by " + String.join(", ", answer.getSignersList()) + ".");
    }

    private static String signers(PublishEditionResponse answer, String nobody) {
        return answer.getSignersCount() == 0 ? nobody : String.join(", ", answer.getSignersList());
    }
}
