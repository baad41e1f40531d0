package org.liptako.pki.validation.batch;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one line.
 *
 * @param id as in the line
 * @param verdict ACCEPT or REJECT
 * @param reason of a refusal, its {@link org.liptako.pki.validation.RejectionReason} and where; of an acceptance, VALID
 * @param micros how long decoding and judging took
 */
@JsonPropertyOrder({"id", "verdict", "reason", "micros"})
record BatchVerdict(@Nullable JsonNode id, String verdict, String reason, long micros) {}
