package org.liptako.pki.trust;

import java.util.Arrays;

/**
 * A revocation list as it travels and lies on disk: with the certificate of the CA that signed it.
 *
 * <p>None of it is believed until {@link ListShelf} has accepted it.
 */
public final class PublishedList {
    private final byte[] list;
    private final byte[] issuer;

    /**
     * The two parts, as they came.
     *
     * @param list the list, DER
     * @param issuer the certificate of its issuer, DER
     */
    public PublishedList(byte[] list, byte[] issuer) {
        this.list = list.clone();
        this.issuer = issuer.clone();
    }

    /** A copy of the list. */
    public byte[] list() {
        return list.clone();
    }

    /** A copy of its issuer's certificate. */
    public byte[] issuer() {
        return issuer.clone();
    }

    public int listLength() {
        return list.length;
    }

    int issuerLength() {
        return issuer.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublishedList that
                && Arrays.equals(list, that.list)
                && Arrays.equals(issuer, that.issuer);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(list);
    }

    @Override
    public String toString() {
        return "PublishedList[" + list.length + " bytes]";
    }
}
