package org.liptako.pki.profile;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one certificate revocation list must hold (RFC 5280 section 5), decided before any key is touched.
 *
 * <p>Full and delta lists of one CA share one sequence of numbers (section 5.2.3).
 *
 * @param number the list's number, not negative and larger than that of every list before it
 * @param base for a delta list, the number of the full list that it adds to; empty for a full list
 * @param life from thisUpdate to nextUpdate
 * @param revocations by serial, each once: all of them for a full list, those since the base for a delta list
 */
public record RevocationListProfile(
        BigInteger number, Optional<BigInteger> base, Duration life, List<Revocation> revocations) {
    /** Full lists are issued daily; a second day lets one issue fail without harm. */
    public static final Duration FULL_LIFE = Duration.ofDays(2);

    /** Delta lists are issued every quarter of an hour. */
    public static final Duration DELTA_LIFE = Duration.ofHours(1);

    private static final int MAX_NUMBER_BITS = 159;

    public RevocationListProfile {
        revocations = revocations.stream()
                .sorted(Comparator.comparing(Revocation::serial))
                .toList();
        if (number.signum() < 0 || number.bitLength() > MAX_NUMBER_BITS) {
            throw new IllegalArgumentException("A list's number is not negative and has at most 20 octets.");
        }
        if (base.filter(at -> at.signum() < 0 || at.compareTo(number) >= 0).isPresent()) {
            throw new IllegalArgumentException("A delta list's base is an earlier list: its number is smaller.");
        }
        if (!life.isPositive()) {
            throw new IllegalArgumentException("A list's next update comes after it, not " + life + " later.");
        }
        Set<BigInteger> serials = new HashSet<>();
        for (Revocation revocation : revocations) {
            if (!serials.add(revocation.serial())) {
                throw new IllegalArgumentException(
                        "The serial " + revocation.serial().toString(16) + " is listed twice.");
            }
        }
    }

    /** A full list with the usual life. */
    public static RevocationListProfile full(long number, List<Revocation> revocations) {
        return new RevocationListProfile(BigInteger.valueOf(number), Optional.empty(), FULL_LIFE, revocations);
    }

    /** A delta list with the usual life, on top of the full list of that number. */
    public static RevocationListProfile delta(long number, long base, List<Revocation> revocations) {
        return new RevocationListProfile(
                BigInteger.valueOf(number), Optional.of(BigInteger.valueOf(base)), DELTA_LIFE, revocations);
    }

    /** The same list with another life: an offline CA's lives for weeks. */
    public RevocationListProfile living(Duration other) {
        return new RevocationListProfile(number, base, other, revocations);
    }
}
