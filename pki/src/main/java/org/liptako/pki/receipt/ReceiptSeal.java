package org.liptako.pki.receipt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liptako.pki.evidence.Digest;

/**
 * By what the node that made a receipt vouches for every byte of it.
 *
 * @param digests SHA-256 of each field, by its name: they show which one was altered, and prove nothing
 * @param chain the node's certificate and its intermediates, DER
 * @param signature of the node, as of a signed statement with context {@value #CONTEXT} over the receipt without its seal
 */
record ReceiptSeal(Map<String, Digest> digests, List<byte[]> chain, byte[] signature) {
    static final String CONTEXT = "receipt";
    static final int MOST_CHAIN = 8;

    ReceiptSeal {
        digests = new LinkedHashMap<>(digests);
        chain = List.copyOf(chain);
    }
}
