package org.liptako.node.cli.campaign;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a person names one copy of a campaign. */
final class NamedCopy {
    @Parameters(index = "0", paramLabel = "CAMPAIGN", descriptionKey = "campaignId")
    private String campaign;

    @Parameters(index = "1", paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--site", paramLabel = "SITE", descriptionKey = "campaignSite")
    private @Nullable String site;

    NamedCopy() {}

    String campaign() {
        return campaign;
    }

    String dataset() {
        return dataset;
    }

    /** Where it lies abroad; empty where that was not said. */
    String site() {
        return site == null ? "" : site;
    }
}
