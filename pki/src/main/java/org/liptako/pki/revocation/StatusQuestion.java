package org.liptako.pki.revocation;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;

/**
 * One certificate of which the status is asked.
 *
 * @param authority whether its basic constraints say that it is a CA's
 * @param points its distribution points, if it has any
 * @param at the instant for which lists must be current
 * @param ofSignature whether that is when something was signed: then a later list tells too, for nobody keeps the lists of every day
 */
public record StatusQuestion(
        X500Name issuer,
        BigInteger serial,
        boolean authority,
        Optional<CRLDistPoint> points,
        Instant at,
        boolean ofSignature) {

    /** As of when a list must be in force to tell. */
    Instant asOf(RevocationList list) {
        return ofSignature && list.thisUpdate().isAfter(at) ? list.thisUpdate() : at;
    }
}
