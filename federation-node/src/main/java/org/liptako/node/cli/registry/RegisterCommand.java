package org.liptako.node.cli.registry;

import picocli.CommandLine.Command;

/** {@code liptako register}: what a State's own people record at its own node. */
@Command(
        name = "register",
        subcommands = {
            ImportCommand.class,
            DeclareCommand.class,
            AuthorisationCommand.class,
            HoldCommand.class,
            IncidentCommand.class,
            RetentionCommand.class
        })
public final class RegisterCommand {
    RegisterCommand() {}
}
