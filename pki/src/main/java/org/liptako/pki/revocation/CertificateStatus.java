package org.liptako.pki.revocation;

import java.time.Instant;

/** What current lists tell of one certificate. */
public sealed interface CertificateStatus {
    /** It is not revoked, for whatever reason there is. */
    record Good() implements CertificateStatus {}

    /**
     * It is revoked or on hold. A revocation date in the future changes nothing: whoever is listed is not believed.
     *
     * @param reason the CRLReason of RFC 5280 section 5.3.1
     */
    record Revoked(int reason, Instant since) implements CertificateStatus {}

    /** No current list of its issuer speaks for it, or not for all reasons; {@code why} tells of the last one tried. */
    record Unknown(String why) implements CertificateStatus {}
}
