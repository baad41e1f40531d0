package org.liptako.pki.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a party has said and signed: what it is, the bytes, the signature, and the signer's chain; immutable.
 *
 * <p>The signature is ECDSA with SHA-256 over {@code "liptako/" + context + "/v1\n" + payload}, so that a statement
 * made for one use cannot serve as another: a context holds neither slash nor line feed, so no two share a signed
 * text. Bytes are Base64 in JSON. Nothing is believed before {@link StatementVerifier} says so. An ECDSA signature can
 * be altered without the key and stay valid, so a statement is known by its payload, never by its signature.
 */
@JsonPropertyOrder({"context", "payload", "signature", "chain"})
public final class SignedStatement {
    private static final Pattern CONTEXT = Pattern.compile("[a-z][a-z-]{0,63}");

    private final String context;
    private final byte[] payload;
    private final byte[] signature;
    private final List<byte[]> chain;

    /**
     * A statement of these parts, which are copied.
     *
     * @param chain the signer's certificate and its intermediates, DER; the signer first
     * @throws IllegalArgumentException if the context is not a word of lower-case letters and dashes, or the chain is empty
     */
    @JsonCreator
    public SignedStatement(
            @JsonProperty(value = "context", required = true) String context,
            @JsonProperty(value = "payload", required = true) byte[] payload,
            @JsonProperty(value = "signature", required = true) byte[] signature,
            @JsonProperty(value = "chain", required = true) List<byte[]> chain) {
        if (!CONTEXT.matcher(context).matches()) {
            throw new IllegalArgumentException("The context of a statement is up to 64 lower-case letters and dashes.");
        }
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A signed statement needs the certificate of its signer.");
        }
        this.context = context;
        this.payload = payload.clone();
        this.signature = signature.clone();
        this.chain = chain.stream().map(byte[]::clone).toList();
    }

    /** What the signature covers before the payload. */
    static byte[] prefixOf(String context) {
        return ("liptako/" + context + "/v1\n").getBytes(StandardCharsets.US_ASCII);
    }

    @JsonProperty
    public String context() {
        return context;
    }

    /** A copy of the bytes that were signed: a JSON document in UTF-8. */
    @JsonProperty
    public byte[] payload() {
        return payload.clone();
    }

    /** A copy of the signature, DER. */
    @JsonProperty
    public byte[] signature() {
        return signature.clone();
    }

    /** Copies of the signer's certificate and its intermediates, DER; the signer first. */
    @JsonProperty
    public List<byte[]> chain() {
        return chain.stream().map(byte[]::clone).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedStatement that
                && context.equals(that.context)
                && Arrays.equals(payload, that.payload)
                && Arrays.equals(signature, that.signature)
                && Arrays.deepEquals(chain.toArray(), that.chain.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "SignedStatement[" + context + ", " + payload.length + " bytes]";
    }
}
