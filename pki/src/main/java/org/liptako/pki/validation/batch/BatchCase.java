package org.liptako.pki.validation.batch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch, as it is written; what each member means is said in the command's contract.
 *
 * @param chain base64 of DER, the leaf first
 * @param roots base64 of DER
 * @param time RFC 3339
 * @param crls base64 of DER
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BatchCase(
        @Nullable JsonNode id,
        @Nullable List<String> chain,
        @Nullable List<String> roots,
        @Nullable String time,
        @Nullable String peerName,
        @Nullable String purpose,
        @Nullable List<String> crls,
        @Nullable String revocation,
        @Nullable Policy policy,
        @Nullable Integer maxDepth,
        @Nullable List<String> keyUsage) {
    /** What is wanted of certificate policies. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Policy(@Nullable List<String> initial, boolean explicit, boolean inhibitMapping, boolean inhibitAny) {}
}
