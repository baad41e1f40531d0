package org.liptako.node.cli.rules;

import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import picocli.CommandLine.Command;

/** {@code liptako rules status}: what is in force at a node, since when and signed by whom; what comes and goes next; what the other States judge by. */
@Command(name = "status")
final class RulesStatusCommand extends NodeQuestion<GetRuleSetResponse> {
    RulesStatusCommand() {}

    @Override
    protected GetRuleSetResponse ask(NodeConnection node) {
        return new EditionNode(node).inForce();
    }

    @Override
    protected void show(GetRuleSetResponse answer, Screen screen) {
        new RuleSetText(screen.language()).lines(answer).forEach(screen::line);
    }
}
