package org.liptako.node.cli.registry;

import picocli.CommandLine.Command;

/** {@code liptako registry}: the datasets and the places that the federation knows. */
@Command(
        name = "registry",
        subcommands = {DatasetsCommand.class, SitesCommand.class})
public final class RegistryCommand {
    RegistryCommand() {}
}
