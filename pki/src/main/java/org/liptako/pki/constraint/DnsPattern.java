package org.liptako.pki.constraint;

/**
 * A DNS name as a certificate bears it: one host, or with {@code *} as its first label every host one label beneath.
 *
 * @param host without the {@code *}
 */
record DnsPattern(HostName host, boolean wildcard) {
    static DnsPattern parse(String text) throws MalformedConstraintException {
        boolean wildcard = text.startsWith("*.");
        return new DnsPattern(HostName.parse(wildcard ? text.substring(2) : text), wildcard);
    }
}
