package org.liptako.node.cli.journal;

import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.federation.v1.JournalStanding;
import org.liptako.federation.v1.WitnessStanding;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.Count;
import picocli.CommandLine.Command;

/** {@code liptako journal status}: how long the State's journal is, how far it is signed and witnessed, and by which key. */
@Command(name = "status")
final class StatusCommand extends NodeQuestion<GetNodeResponse> {
    StatusCommand() {}

    @Override
    protected GetNodeResponse ask(NodeConnection node) {
        return node.service(FederationServiceGrpc::newBlockingStub).getNode(GetNodeRequest.getDefaultInstance());
    }

    private static void witnesses(GetNodeResponse answer, Screen screen) {
        JournalStanding standing = answer.getJournal();
        if (standing.getWitnessesNeeded() == 0) {
            screen.line(
                    "L'état de confiance n'inscrit aucun témoin : les actes entre États n'en attendent pas.",
                    "The trust state lists no witness: acts between States wait for none.");
            return;
        }
        long beyond = Math.max(0, answer.getJournalSize() - standing.getWitnessedSize());
        screen.line(
                "Attestées par " + Count.fr(standing.getWitnessesNeeded(), "autre État", "autres États") + " : "
                        + Count.fr(standing.getWitnessedSize(), "entrée") + " ; pas encore attestées : " + beyond + ".",
                "Witnessed by " + Count.en(standing.getWitnessesNeeded(), "other State") + ": "
                        + Count.en(standing.getWitnessedSize(), "entry", "entries") + "; not yet witnessed: " + beyond
                        + ".");
        for (WitnessStanding witness : standing.getWitnessesList()) {
            String french = "  " + witness.getState() + " : " + witness.getSize();
            String english = "  " + witness.getState() + ": " + witness.getSize();
            if (witness.getMissingSince().isEmpty()) {
                screen.line(french, english);
            } else {
                screen.line(
                        french + " ; ne témoigne pas depuis le " + witness.getMissingSince() + " : "
                                + witness.getWhy().getFr(),
                        english + "; has not witnessed since " + witness.getMissingSince() + ": "
                                + witness.getWhy().getEn());
            }
        }
    }

    @Override
    protected void show(GetNodeResponse answer, Screen screen) {
        JournalStanding standing = answer.getJournal();
        screen.line(
                "Le journal a " + Count.fr(answer.getJournalSize(), "entrée") + ".",
                "The journal has " + Count.en(answer.getJournalSize(), "entry", "entries") + ".");
        if (!standing.getSignedAt().isEmpty()) {
            screen.line(
                    "Dernier point de contrôle : " + Count.fr(standing.getCheckpointSize(), "entrée") + ", signé le "
                            + standing.getSignedAt() + ".",
                    "Last checkpoint: " + Count.en(standing.getCheckpointSize(), "entry", "entries") + ", signed at "
                            + standing.getSignedAt() + ".");
        }
        witnesses(answer, screen);
        if (standing.getSigns()) {
            screen.line(
                    "Clé des points de contrôle : " + standing.getKey(),
                    "Key of the checkpoints: " + standing.getKey());
        } else {
            screen.line(
                    "Ce nœud ne signe pas de points de contrôle : donnez-lui la clé de preuve de son État"
                            + " (liptako.journal.checkpoint-key).",
                    "This node signs no checkpoints: give it its State's evidence key (liptako.journal.checkpoint-key).");
        }
    }
}
