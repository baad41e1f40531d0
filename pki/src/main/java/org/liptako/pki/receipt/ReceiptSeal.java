package org.liptako.pki.receipt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liptako.pki.evidence.Digest;

/** By what the node that made a receipt vouches for every byte of it. Immutable. */
final class ReceiptSeal {
    static final String CONTEXT = "receipt";
    static final int MOST_CHAIN = 8;

    private final Map<String, Digest> digests;
    private final List<byte[]> chain;
    private final byte[] signature;

    /**
     * A seal of these parts.
     *
     * @param digests SHA-256 of each field, by its name: they show which one was altered, and prove nothing
     * @param chain the node's certificate and its intermediates, DER
     * @param signature of the node, as of a signed statement with context {@value #CONTEXT} over the receipt without its seal
     */
    ReceiptSeal(Map<String, Digest> digests, List<byte[]> chain, byte[] signature) {
        this.digests = new LinkedHashMap<>(digests);
        this.chain = List.copyOf(chain);
        this.signature = signature.clone();
    }

    Map<String, Digest> digests() {
        return digests;
    }

    List<byte[]> chain() {
        return chain;
    }

    byte[] signature() {
        return signature.clone();
    }
}
