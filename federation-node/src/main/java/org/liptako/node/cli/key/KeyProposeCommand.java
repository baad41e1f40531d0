package org.liptako.node.cli.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.liptako.exchange.v1.DatasetKeyServiceGrpc;
import org.liptako.exchange.v1.ProposeKeyDestructionRequest;
import org.liptako.exchange.v1.ProposeKeyDestructionResponse;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako key propose}: draws up the order to destroy a key. */
@Command(name = "propose")
final class KeyProposeCommand extends NodeQuestion<ProposeKeyDestructionResponse> {
    @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--reason", required = true, paramLabel = "WORDS", descriptionKey = "keyReason")
    private String reason;

    @Option(names = "--even-the-last", descriptionKey = "keyEvenTheLast")
    private boolean evenTheLast;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "keyOrderOut")
    private Path out;

    KeyProposeCommand() {}

    @Override
    protected ProposeKeyDestructionResponse ask(NodeConnection node) {
        ProposeKeyDestructionResponse answer = node.service(DatasetKeyServiceGrpc::newBlockingStub)
                .proposeKeyDestruction(ProposeKeyDestructionRequest.newBuilder()
                        .setDataset(dataset)
                        .setReason(reason)
                        .setEvenTheLast(evenTheLast)
                        .build());
        write(answer.getOrder().toByteArray());
        return answer;
    }

    @Override
    protected void show(ProposeKeyDestructionResponse answer, Screen screen) {
        screen.line("Ordre écrit dans " + out + ".", "Order written to " + out + ".");
        KeyShowCommand.tellCopies(answer.getEncryptedAtList(), screen);
        screen.line(
                "À signer par deux agents juridiques de l'État, dans les 30 jours :",
                "To be signed by two legal officers of the State, within 30 days:");
        screen.line("  liptako sign " + out + " --p12 … --out " + out + ".p7s");
        screen.line("  liptako key destroy " + out + " --signatures " + out + ".p7s --node … --p12 … --root …");
    }

    /** Nothing that is there is overwritten: it may be signed already. */
    private void write(byte[] order) {
        try {
            Files.write(out, order, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    "--out : " + out + " existe déjà ou ne peut pas être écrit ; donnez un fichier nouveau.",
                    "--out: " + out + " is there already or cannot be written; give a new file.");
        }
    }
}
