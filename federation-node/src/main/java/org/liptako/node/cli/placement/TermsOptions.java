package org.liptako.node.cli.placement;

import org.jspecify.annotations.Nullable;
import org.liptako.placement.v1.PlacementTerms;
import picocli.CommandLine.Option;

/** What a requester may say of a placement; all other facts come from their own authorities. */
final class TermsOptions {
    @Option(names = "--dataset", required = true, paramLabel = "ID", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--operation", required = true, paramLabel = "CODE", descriptionKey = "operation")
    private String operation;

    @Option(names = "--target", required = true, paramLabel = "SITE", descriptionKey = "target")
    private String target;

    @Option(names = "--purpose", paramLabel = "CODE", descriptionKey = "purpose")
    private @Nullable String purpose;

    @Option(names = "--recipient", paramLabel = "CODE", descriptionKey = "recipient")
    private @Nullable String recipient;

    @Option(names = "--encrypted", arity = "0..1", fallbackValue = "true", descriptionKey = "encrypted")
    private @Nullable Boolean encrypted;

    @Option(names = "--return-clause", arity = "0..1", fallbackValue = "true", descriptionKey = "returnClause")
    private @Nullable Boolean returnClause;

    PlacementTerms terms() {
        var terms = PlacementTerms.newBuilder()
                .setDataset(dataset)
                .setOperation(operation)
                .setTargetSite(target);
        if (purpose != null) {
            terms.setPurpose(purpose);
        }
        if (recipient != null) {
            terms.setRecipient(recipient);
        }
        if (encrypted != null) {
            terms.setEncrypted(encrypted);
        }
        if (returnClause != null) {
            terms.setReturnClause(returnClause);
        }
        return terms.build();
    }
}
