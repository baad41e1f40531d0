package org.liptako.node.cli.operations;

import picocli.CommandLine.Command;

/** {@code liptako operations maintenance}: what is planned, and announced before. */
@Command(
        name = "maintenance",
        subcommands = {MaintenanceAnnounceCommand.class, MaintenanceListCommand.class, MaintenanceCancelCommand.class})
final class MaintenanceCommand {
    MaintenanceCommand() {}
}
