package org.liptako.pki.constraint;

/**
 * URIs by their host: one host, or all beneath a domain, the domain itself left out.
 *
 * @param beneath whether the constraint began with a dot
 */
record UriSubtree(HostName host, boolean beneath) implements Subtree<HostName> {
    static UriSubtree parse(String text) throws MalformedConstraintException {
        boolean beneath = text.startsWith(".");
        return new UriSubtree(HostName.parse(beneath ? text.substring(1) : text), beneath);
    }

    @Override
    public boolean covers(HostName name) {
        return beneath ? name.isBeneath(host.text()) : name.equals(host);
    }
}
