package org.liptako.node.cli.replica;

import picocli.CommandLine.Command;

/** {@code liptako replica}: the copies of a data centre, and the transfers that bring them. */
@Command(
        name = "replica",
        subcommands = {
            ListCommand.class,
            TransfersCommand.class,
            WatchCommand.class,
            QueueCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            PriorityCommand.class,
            LimitsCommand.class,
            LinksCommand.class,
            PublishCommand.class,
            StartCommand.class,
            VerifyCommand.class,
            EraseCommand.class,
            AttestCommand.class,
            RestoreCommand.class
        })
public final class ReplicaCommand {
    ReplicaCommand() {}
}
