package org.liptako.node.cli.campaign;

import picocli.CommandLine.Command;

/** {@code liptako campaign}: brings copies home from outside the federation. */
@Command(
        name = "campaign",
        subcommands = {
            OpenCommand.class,
            ListCommand.class,
            StatusCommand.class,
            PlanCommand.class,
            RunCommand.class,
            PauseCommand.class,
            WithdrawCommand.class,
            EvidenceCommand.class,
            CloseCommand.class
        })
public final class CampaignCommand {
    CampaignCommand() {}
}
