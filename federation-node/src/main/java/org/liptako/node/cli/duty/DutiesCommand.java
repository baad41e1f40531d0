package org.liptako.node.cli.duty;

import picocli.CommandLine.Command;

/** {@code liptako duties}: what comes with permissions, who owes it and by when. */
@Command(
        name = "duties",
        subcommands = {DutiesListCommand.class, DischargeCommand.class})
public final class DutiesCommand {
    DutiesCommand() {}
}
