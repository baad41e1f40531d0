package org.liptako.node.cli.key;

import picocli.CommandLine.Command;

/** {@code liptako key}: the keys of datasets, at their home State. */
@Command(
        name = "key",
        subcommands = {KeyShowCommand.class, KeyProposeCommand.class, KeyDestroyCommand.class, KeyTokenCommand.class})
public final class KeyCommand {
    KeyCommand() {}
}
