package org.liptako.node.cli.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The document that shows that a copy abroad is erased, as it is signed: its words are made here, not by the node.
 *
 * @param document SHA-256 over it, hexadecimal; the file itself stays here
 */
public record ErasureEvidence(String campaign, String dataset, String site, String document, String title) {
    /** The bytes to be signed: one form, the same for both people. */
    public byte[] statement() {
        return JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("format", "liptako-external-erasure/v1")
                .put("campaign", campaign)
                .put("dataset", dataset)
                .put("site", site)
                .put("document", document)
                .put("title", title)
                .toString()
                .getBytes(UTF_8);
    }
}
