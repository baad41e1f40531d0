package org.liptako.pki.constraint;

/**
 * A domain and all beneath it; the empty domain is all names. A leading dot is not allowed here, though some accept it.
 *
 * @param domain in lower case
 */
record DnsSubtree(String domain) implements Subtree<DnsPattern> {
    static DnsSubtree parse(String text) throws MalformedConstraintException {
        return new DnsSubtree(text.isEmpty() ? "" : HostName.parse(text).text());
    }

    @Override
    public boolean covers(DnsPattern name) {
        return domain.isEmpty() || name.host().isWithin(domain);
    }

    /** {@code *.example.com} may turn out to be {@code bad.example.com} (CVE-2025-61727). */
    @Override
    public boolean touches(DnsPattern name) {
        return covers(name)
                || (name.wildcard()
                        && domain.substring(domain.indexOf('.') + 1)
                                .equals(name.host().text()));
    }
}
