package org.liptako.node.cli.receipt;

import org.liptako.receipt.v1.CopyAtSite;
import org.liptako.receipt.v1.MakeReceiptRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako receipt copy}: that a copy lies at a site. */
@Command(name = "copy")
final class CopyReceiptCommand extends ReceiptOrder {
    @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Parameters(index = "1", paramLabel = "SITE", descriptionKey = "receiptSite")
    private String site;

    CopyReceiptCommand() {}

    @Override
    protected MakeReceiptRequest request() {
        return MakeReceiptRequest.newBuilder()
                .setCopy(CopyAtSite.newBuilder().setDataset(dataset).setSite(site))
                .build();
    }
}
