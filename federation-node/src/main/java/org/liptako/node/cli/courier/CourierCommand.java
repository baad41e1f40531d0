package org.liptako.node.cli.courier;

import picocli.CommandLine.Command;

/** {@code liptako courier}: copies that travel by road. */
@Command(
        name = "courier",
        subcommands = {ExportCommand.class, ImportCommand.class, ListCommand.class, SlipCommand.class, LostCommand.class
        })
public final class CourierCommand {
    CourierCommand() {}
}
