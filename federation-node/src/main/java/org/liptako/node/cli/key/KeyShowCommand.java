package org.liptako.node.cli.key;

import java.util.List;
import org.liptako.exchange.v1.DatasetKeyServiceGrpc;
import org.liptako.exchange.v1.GetDatasetKeyRequest;
import org.liptako.exchange.v1.GetDatasetKeyResponse;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako key show}: which key a dataset has. */
@Command(name = "show")
final class KeyShowCommand extends NodeQuestion<GetDatasetKeyResponse> {
    @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    KeyShowCommand() {}

    @Override
    protected GetDatasetKeyResponse ask(NodeConnection node) {
        return node.service(DatasetKeyServiceGrpc::newBlockingStub)
                .getDatasetKey(
                        GetDatasetKeyRequest.newBuilder().setDataset(dataset).build());
    }

    @Override
    protected void show(GetDatasetKeyResponse answer, Screen screen) {
        if (answer.getKeyCheck().isEmpty()) {
            screen.line(
                    dataset + " n'a pas de clé : aucune de ses versions n'a été chiffrée ici.",
                    dataset + " has no key: none of its versions was encrypted here.");
        } else if (answer.getDestroyedAt().isEmpty()) {
            screen.line(
                    dataset + " : clé d'empreinte " + answer.getKeyCheck() + ".",
                    dataset + ": key with the check " + answer.getKeyCheck() + ".");
        } else {
            screen.line(
                    dataset + " : clé d'empreinte " + answer.getKeyCheck() + ", détruite le " + answer.getDestroyedAt()
                            + ".",
                    dataset + ": key with the check " + answer.getKeyCheck() + ", destroyed at "
                            + answer.getDestroyedAt() + ".");
        }
        tellCopies(answer.getEncryptedAtList(), screen);
    }

    static void tellCopies(List<String> sites, Screen screen) {
        if (!sites.isEmpty()) {
            String named = String.join(", ", sites);
            screen.line(
                    "Copies chiffrées, illisibles sans la clé : " + named + ".",
                    "Encrypted copies, unreadable without the key: " + named + ".");
        }
    }
}
