package org.liptako.node.cli.journal;

import picocli.CommandLine.Command;

/** {@code liptako journal}: the State's journal as a transparency log. */
@Command(
        name = "journal",
        subcommands = {StatusCommand.class, ExportCommand.class, ProveCommand.class, AuditCommand.class})
public final class JournalCommand {
    JournalCommand() {}
}
