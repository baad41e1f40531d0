package org.liptako.node.placement;

import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.pki.name.SiteId;

/** What a requester has asked, before the registry has told which country the target stands in; see {@link PlacementTerms}. */
public record AskedTerms(
        DatasetId dataset,
        String operation,
        SiteId targetSite,
        @Nullable String purpose,
        @Nullable String recipient,
        @Nullable Boolean encrypted,
        @Nullable Boolean returnClause) {

    PlacementTerms in(Country targetState) {
        return new PlacementTerms(
                dataset, operation, targetSite, targetState, purpose, recipient, encrypted, returnClause);
    }
}
