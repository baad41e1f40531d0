package org.liptako.node.cli.receipt;

import picocli.CommandLine.Command;

/** {@code liptako receipt}: receipts, made by a node. */
@Command(
        name = "receipt",
        subcommands = {
            CopyReceiptCommand.class,
            RefusalReceiptCommand.class,
            ErasureReceiptCommand.class,
            StateReceiptCommand.class
        })
public final class ReceiptCommand {
    ReceiptCommand() {}
}
