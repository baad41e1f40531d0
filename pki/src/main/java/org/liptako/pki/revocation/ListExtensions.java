package org.liptako.pki.revocation;

import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.encoding.DerDepth;

/** The extensions of lists and of their entries that are processed here (RFC 5280 sections 5.2 and 5.3). */
final class ListExtensions {
    private static final Set<ASN1ObjectIdentifier> PROCESSED = Set.of(
            Extension.authorityKeyIdentifier,
            Extension.issuerAlternativeName,
            Extension.cRLNumber,
            Extension.deltaCRLIndicator,
            Extension.issuingDistributionPoint,
            Extension.freshestCRL,
            Extension.reasonCode,
            Extension.invalidityDate,
            Extension.certificateIssuer,
            Extension.instructionCode);

    private ListExtensions() {}

    /** Whether reading them would not end the parser's stack. */
    static boolean areShallow(@Nullable Extensions extensions) {
        if (extensions == null) {
            return true;
        }
        for (ASN1ObjectIdentifier type : extensions.getExtensionOIDs()) {
            if (PROCESSED.contains(type)
                    && !DerDepth.isShallow(
                            extensions.getExtension(type).getExtnValue().getOctets())) {
                return false;
            }
        }
        return true;
    }

    /** Whether every critical one is: else the list tells nothing about any certificate. */
    static boolean areProcessed(@Nullable Extensions extensions) {
        if (extensions == null) {
            return true;
        }
        for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
            if (!PROCESSED.contains(critical)) {
                return false;
            }
        }
        return true;
    }
}
