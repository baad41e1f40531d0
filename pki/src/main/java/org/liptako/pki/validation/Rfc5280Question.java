package org.liptako.pki.validation;

import java.util.List;
import java.util.OptionalInt;
import org.liptako.pki.certpolicy.PolicyInputs;
import org.liptako.pki.revocation.RevocationLists;

/**
 * All that may be asked of a chain of any origin.
 *
 * @param roots the anchors, DER
 * @param policy what is wanted of certificate policies
 * @param maxDepth most CAs between leaf and root, self-issued ones not counted
 * @param keyUsage bits of {@link org.bouncycastle.asn1.x509.KeyUsage} that the leaf must allow; 0 for none
 * @param lists revocation lists
 * @param revocationRequired whether every certificate below the root must be shown unrevoked
 */
public record Rfc5280Question(
        CandidateChain chain,
        List<byte[]> roots,
        Expectation expectation,
        PolicyInputs policy,
        OptionalInt maxDepth,
        int keyUsage,
        RevocationLists lists,
        boolean revocationRequired) {
    public Rfc5280Question {
        roots = List.copyOf(roots);
    }
}
