package org.liptako.pki.revocation;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.jspecify.annotations.Nullable;

/** One revocation list, complete or delta (RFC 5280 section 5), read but not yet believed. */
public final class RevocationList {
    /** Some 27 000 entries: far more than a State will ever need, and still read in milliseconds. */
    public static final int MAX_BYTES = 1024 * 1024;

    private final byte[] der;
    private final X509CRLHolder holder;

    private RevocationList(byte[] der, X509CRLHolder holder) {
        this.der = der;
        this.holder = holder;
    }

    /**
     * Reads a list.
     *
     * @throws RevocationListException if it is larger than {@link #MAX_BYTES} or not well formed
     */
    public static RevocationList parse(byte[] der) throws RevocationListException {
        if (der.length > MAX_BYTES) {
            throw new RevocationListException("The revocation list has " + der.length + " bytes; at most " + MAX_BYTES
                    + " are read. Ask its issuer for a shorter one.");
        }
        try {
            return new RevocationList(der.clone(), new X509CRLHolder(der));
        } catch (IOException | RuntimeException e) {
            throw new RevocationListException(
                    "The revocation list is not a well-formed X.509 CRL (RFC 5280 section 5.1). Ask its issuer for it again.");
        }
    }

    public byte[] der() {
        return der.clone();
    }

    public X500Name issuer() {
        return holder.getIssuer();
    }

    /** CRL number (section 5.2.3): later lists of one issuer have higher ones. */
    public Optional<BigInteger> number() {
        return integer(Extension.cRLNumber);
    }

    /** Of a delta list, the number of the complete list that it builds on (section 5.2.4). */
    public Optional<BigInteger> base() {
        return integer(Extension.deltaCRLIndicator);
    }

    public Instant thisUpdate() {
        return holder.getThisUpdate().toInstant();
    }

    public Optional<Instant> nextUpdate() {
        @Nullable Date next = holder.getNextUpdate();
        return next == null ? Optional.empty() : Optional.of(next.toInstant());
    }

    private Optional<BigInteger> integer(ASN1ObjectIdentifier type) {
        @Nullable Extension extension = holder.getExtension(type);
        return extension == null
                ? Optional.empty()
                : Optional.of(
                        ASN1Integer.getInstance(extension.getParsedValue()).getValue());
    }
}
