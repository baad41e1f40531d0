package org.liptako.node.cli.registry;

import picocli.CommandLine.Command;

/** {@code liptako registry}: the datasets and the places that the federation knows, and making the registry anew. */
@Command(
        name = "registry",
        subcommands = {DatasetsCommand.class, SitesCommand.class, RebuildCommand.class})
public final class RegistryCommand {
    RegistryCommand() {}
}
