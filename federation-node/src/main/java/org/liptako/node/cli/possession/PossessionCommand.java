package org.liptako.node.cli.possession;

import picocli.CommandLine.Command;

/** {@code liptako possession}: what other States have shown of the copies that they hold. */
@Command(
        name = "possession",
        subcommands = {PossessionStatusCommand.class, ChallengeCommand.class})
public final class PossessionCommand {
    PossessionCommand() {}
}
