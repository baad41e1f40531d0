package org.liptako.node.cli.pki;

import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.trust.v1.GetTrustRequest;
import org.liptako.trust.v1.GetTrustResponse;
import org.liptako.trust.v1.TrustServiceGrpc;
import picocli.CommandLine.Command;

/** {@code liptako pki trust}: which trust state a node holds, and how many revocation lists beside it. */
@Command(name = "trust")
final class TrustCommand extends NodeQuestion<GetTrustResponse> {
    TrustCommand() {}

    @Override
    protected GetTrustResponse ask(NodeConnection node) {
        return node.service(TrustServiceGrpc::newBlockingStub).getTrust(GetTrustRequest.getDefaultInstance());
    }

    @Override
    protected void show(GetTrustResponse answer, Screen screen) {
        if (answer.getNewest() == 0) {
            screen.line(
                    "Aucun état de confiance n'est encore tenu : seule la racine de la configuration est crue.",
                    "No trust state is held yet: the root of the configuration alone is believed.");
        } else {
            screen.line(
                    "État de confiance n° " + answer.getNewest() + ", avec " + answer.getListsCount()
                            + " listes de révocation.",
                    "Trust state " + answer.getNewest() + ", with " + answer.getListsCount() + " revocation lists.");
        }
    }
}
