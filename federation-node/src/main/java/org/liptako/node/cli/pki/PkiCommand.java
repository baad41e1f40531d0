package org.liptako.node.cli.pki;

import picocli.CommandLine.Command;

/** {@code liptako pki}: certificates. */
@Command(
        name = "pki",
        subcommands = {InitCommand.class, RolesCommand.class, ValidateCommand.class})
public final class PkiCommand {
    PkiCommand() {}
}
