package org.liptako.node.cli.key;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liptako.exchange.v1.DatasetKeyServiceGrpc;
import org.liptako.exchange.v1.DestroyDatasetKeyRequest;
import org.liptako.exchange.v1.DestroyDatasetKeyResponse;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako key destroy}: hands a signed order to the officer's own State's node, which verifies and carries it out. */
@Command(name = "destroy")
final class KeyDestroyCommand extends NodeQuestion<DestroyDatasetKeyResponse> {
    private static final long LARGEST = 256 << 10;

    @Parameters(paramLabel = "ORDER", descriptionKey = "keyOrder")
    private Path order;

    @Option(names = "--signatures", required = true, paramLabel = "FILE", descriptionKey = "signatures")
    private Path signatures;

    KeyDestroyCommand() {}

    @Override
    protected DestroyDatasetKeyResponse ask(NodeConnection node) {
        return node.service(DatasetKeyServiceGrpc::newBlockingStub)
                .destroyDatasetKey(DestroyDatasetKeyRequest.newBuilder()
                        .setOrder(read(order))
                        .setSignatures(read(signatures))
                        .build());
    }

    @Override
    protected void show(DestroyDatasetKeyResponse answer, Screen screen) {
        String signers = String.join(", ", answer.getSignersList());
        screen.line(
                "Clé détruite, inscrite au journal sous le n° " + answer.getJournalIndex() + " ; signataires : "
                        + signers + ".",
                "Key destroyed, recorded in the journal as entry " + answer.getJournalIndex() + "; signed by " + signers
                        + ".");
    }

    private static ByteString read(Path file) {
        try {
            if (Files.size(file) <= LARGEST) {
                return ByteString.copyFrom(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw CommandFailure.badInput(file + " ne peut pas être lu.", file + " cannot be read.");
        }
        throw CommandFailure.badInput(
                file + " dépasse 256 Kio : ce n'est ni un ordre ni des signatures.",
                file + " is larger than 256 KiB: neither an order nor signatures.");
    }
}
