package org.liptako.pki.lint;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Time;

/** RFC 5280 section 4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050. */
final class TimeEncoding {
    private static final Instant FIRST_GENERALIZED = Instant.parse("2050-01-01T00:00:00Z");

    private TimeEncoding() {}

    static boolean admits(Time time) {
        boolean utc = time.toASN1Primitive() instanceof ASN1UTCTime;
        return utc == time.getDate().toInstant().isBefore(FIRST_GENERALIZED);
    }
}
