package org.liptako.node.cli.receipt;

import org.liptako.receipt.v1.MakeReceiptRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako receipt refusal}: that a request was refused. */
@Command(name = "refusal")
final class RefusalReceiptCommand extends ReceiptOrder {
    @Parameters(paramLabel = "REQUEST", descriptionKey = "receiptRequest")
    private String request;

    RefusalReceiptCommand() {}

    @Override
    protected MakeReceiptRequest request() {
        return MakeReceiptRequest.newBuilder().setRefusedRequest(request).build();
    }
}
