package org.liptako.pki.certpolicy;

import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * A policy that holds down to some depth of a path.
 *
 * @param expected the policies that the next certificate may assert in its place
 * @param origins what it is called in the anchor's domain, before any mapping; anyPolicy for anyPolicy
 */
record PolicyNode(Set<ASN1ObjectIdentifier> expected, Set<ASN1ObjectIdentifier> origins) {
    PolicyNode withExpected(Set<ASN1ObjectIdentifier> mapped) {
        return new PolicyNode(mapped, origins);
    }

    /** The same policy, come upon twice: RFC 9618 has it one node, where RFC 5280's tree may grow exponentially. */
    PolicyNode joinedWith(PolicyNode other) {
        Set<ASN1ObjectIdentifier> both = new HashSet<>(origins);
        both.addAll(other.origins);
        return new PolicyNode(expected, both);
    }
}
