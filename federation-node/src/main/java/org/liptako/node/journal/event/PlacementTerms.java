package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.SiteId;

/**
 * What a requester says of a placement and is bound to; every other fact has another authority. Null is <em>not said</em>, hence unknown.
 * The country of the target is no word of the requester's: home's node reads it from the registry, and the host's checks it.
 *
 * @param operation a code of the vocabulary, such as {@code REPLICATE}
 * @param targetSite where the copy is, or would be
 * @param targetState the country that the target site stands in
 * @param purpose a code of the vocabulary
 * @param recipient a code of the vocabulary
 * @param encrypted whether the copy is to be encrypted before it leaves
 * @param returnClause whether the host undertakes to return and erase the copy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "dataset",
    "operation",
    "targetSite",
    "targetState",
    "purpose",
    "recipient",
    "encrypted",
    "returnClause"
})
public record PlacementTerms(
        DatasetId dataset,
        String operation,
        SiteId targetSite,
        Country targetState,
        @Nullable String purpose,
        @Nullable String recipient,
        @Nullable Boolean encrypted,
        @Nullable Boolean returnClause) {
    private static final Set<String> MOVING = Set.of("STORE", "REPLICATE", "BACKUP", "ARCHIVE", "REPATRIATE");

    /** Whether the operation brings a copy to the target, which the exchange then does. */
    public boolean bringsACopy() {
        return bringsACopy(operation);
    }

    /** Whether an operation brings a copy to the target. */
    public static boolean bringsACopy(String operation) {
        return MOVING.contains(operation);
    }
}
