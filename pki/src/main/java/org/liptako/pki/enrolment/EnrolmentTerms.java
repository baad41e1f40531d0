package org.liptako.pki.enrolment;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Predicate;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RoleProfile;

/**
 * On what terms a desk issues.
 *
 * @param grace how long after its end a certificate may still be renewed, not negative, {@link #LONGEST_GRACE} at most
 * @param longestLife how long a certificate lives at most; a role's own limit may be shorter
 * @param revoked whether a certificate of this State was revoked, by what is known now
 * @param issued the keys that were certified before, which nobody may bring again; takes note of every certificate
 *     before it is handed out, and of every one whose holder asks for the next
 */
public record EnrolmentTerms(
        Duration grace, Duration longestLife, Predicate<X509Certificate> revoked, IssuedKeys issued) {
    /** For so long after its end a certificate can be of use at most; who revokes a party looks back as far. */
    public static final Duration LONGEST_GRACE = Duration.ofDays(30);

    public EnrolmentTerms {
        if (grace.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException(
                    "No certificate is renewed later than " + LONGEST_GRACE + " after its end.");
        }
        if (grace.isNegative() || !longestLife.isPositive()) {
            throw new IllegalArgumentException("Enrolment needs a grace of zero or more and a life above zero.");
        }
    }

    LeafProfile profileOf(Party party, Zone zone) {
        Duration byRole = RoleProfile.of(party.role()).longestLife();
        return new LeafProfile(party, zone, longestLife.compareTo(byRole) < 0 ? longestLife : byRole);
    }
}
