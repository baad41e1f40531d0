package org.liptako.node.cli.receipt;

import org.liptako.receipt.v1.CopyAtSite;
import org.liptako.receipt.v1.MakeReceiptRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako receipt erasure}: that a copy at a site was erased. */
@Command(name = "erasure")
final class ErasureReceiptCommand extends ReceiptOrder {
    @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Parameters(index = "1", paramLabel = "SITE", descriptionKey = "receiptSite")
    private String site;

    ErasureReceiptCommand() {}

    @Override
    protected MakeReceiptRequest request() {
        return MakeReceiptRequest.newBuilder()
                .setErasure(CopyAtSite.newBuilder().setDataset(dataset).setSite(site))
                .build();
    }
}
