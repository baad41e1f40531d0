package org.liptako.pki.certpolicy;

import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * What whoever asks wants of policies (RFC 5280 section 6.1.1 c, e, f, g).
 *
 * @param initial the policies that are acceptable; empty for any
 * @param explicit whether one of them must hold for the whole path
 * @param inhibitMapping whether CAs may not map policies
 * @param inhibitAny whether anyPolicy in a certificate is not heeded
 */
public record PolicyInputs(
        Set<ASN1ObjectIdentifier> initial, boolean explicit, boolean inhibitMapping, boolean inhibitAny) {
    /** Any policy will do, and none is needed. */
    public static final PolicyInputs NONE = new PolicyInputs(Set.of(), false, false, false);

    public PolicyInputs {
        initial = Set.copyOf(initial);
    }
}
