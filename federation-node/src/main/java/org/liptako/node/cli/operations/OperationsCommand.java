package org.liptako.node.cli.operations;

import picocli.CommandLine.Command;

/** {@code liptako operations}: how a data centre serves. */
@Command(
        name = "operations",
        subcommands = {AvailabilityCommand.class, MaintenanceCommand.class, DrainCommand.class})
public final class OperationsCommand {
    OperationsCommand() {}
}
