package org.liptako.node.cli.placement;

import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.CheckPlacementResponse;
import org.liptako.placement.v1.PlacementServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code liptako check}: what the rules say of a placement; binds nobody. */
@Command(name = "check")
public final class CheckCommand extends NodeQuestion<CheckPlacementResponse> {
    @Mixin
    private TermsOptions terms;

    CheckCommand() {}

    @Override
    protected CheckPlacementResponse ask(NodeConnection node) {
        return node.service(PlacementServiceGrpc::newBlockingStub)
                .checkPlacement(CheckPlacementRequest.newBuilder()
                        .setTerms(terms.terms())
                        .build());
    }

    @Override
    protected void show(CheckPlacementResponse answer, Screen screen) {
        new DecisionText(screen.language()).lines(answer.getDecision()).forEach(screen::line);
        if (answer.hasObstacle()) {
            screen.line(answer.getObstacle().getFr(), answer.getObstacle().getEn());
        }
        String at = LocalTime.toTheSecond(answer.getAt());
        screen.line(
                "Avis au " + at + ", règles " + answer.getRuleSet() + " ; n'engage personne.",
                "Advice as of " + at + ", rules " + answer.getRuleSet() + "; binds nobody.");
    }

    @Override
    protected int exitCode(CheckPlacementResponse answer) {
        return answer.getDecision().getVerdict().equals("PERMIT") && !answer.hasObstacle()
                ? ExitCode.DONE
                : ExitCode.NO;
    }
}
