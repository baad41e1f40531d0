package org.liptako.pki.lint;

import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The two signatures that the tree's keys make; RFC 5758 section 3.2 has their parameters absent. */
final class EcdsaSignatures {
    private static final Set<ASN1ObjectIdentifier> ALLOWED =
            Set.of(X9ObjectIdentifiers.ecdsa_with_SHA256, X9ObjectIdentifiers.ecdsa_with_SHA384);

    private EcdsaSignatures() {}

    static boolean admit(AlgorithmIdentifier signature) {
        return ALLOWED.contains(signature.getAlgorithm()) && signature.getParameters() == null;
    }
}
