package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.EraseReplicaRequest;
import org.liptako.exchange.v1.EraseReplicaResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako replica erase}: erases the copy that a grant for ERASE names. */
@Command(name = "erase")
final class EraseCommand extends NodeQuestion<EraseReplicaResponse> {
    @Parameters(paramLabel = "GRANT", descriptionKey = "grant")
    private String grant;

    EraseCommand() {}

    @Override
    protected EraseReplicaResponse ask(NodeConnection node) {
        return node.service(ReplicaServiceGrpc::newBlockingStub)
                .eraseReplica(EraseReplicaRequest.newBuilder().setGrant(grant).build());
    }

    @Override
    protected void show(EraseReplicaResponse answer, Screen screen) {
        screen.line(
                "Copie effacée, inscrite au journal sous le n° " + answer.getJournalIndex() + ".",
                "Copy erased, recorded in the journal as entry " + answer.getJournalIndex() + ".");
        screen.line(
                "Ce que le nœud ne voit pas (instantanés, bandes, répliques de baie) attend votre déclaration :",
                "What the node cannot see (snapshots, tapes, array replicas) awaits your statement:");
        screen.line("  liptako replica attest " + grant + " --node …");
    }
}
