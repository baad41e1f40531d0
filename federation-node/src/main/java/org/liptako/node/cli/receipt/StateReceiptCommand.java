package org.liptako.node.cli.receipt;

import org.liptako.receipt.v1.DatasetAtDate;
import org.liptako.receipt.v1.MakeReceiptRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako receipt state}: what the journals say of a dataset at a date. */
@Command(name = "state")
final class StateReceiptCommand extends ReceiptOrder {
    @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--at", paramLabel = "INSTANT", defaultValue = "", descriptionKey = "heldAt")
    private String at;

    StateReceiptCommand() {}

    @Override
    protected MakeReceiptRequest request() {
        return MakeReceiptRequest.newBuilder()
                .setState(DatasetAtDate.newBuilder().setDataset(dataset).setAt(at))
                .build();
    }
}
