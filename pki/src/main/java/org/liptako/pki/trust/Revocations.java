package org.liptako.pki.trust;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which State CAs are believed, and how old a revocation list may be.
 *
 * @param authorities every State CA there is or was, each once
 * @param leastNumbers for each CA at most one
 */
public record Revocations(List<AuthorityStatus> authorities, List<LeastListNumber> leastNumbers) {
    static final int MOST_AUTHORITIES = 64;
    static final int MOST_NUMBERS = 256;

    public Revocations {
        authorities = List.copyOf(authorities);
        leastNumbers = List.copyOf(leastNumbers);
        if (authorities.size() > MOST_AUTHORITIES || leastNumbers.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException("A trust state names at most " + MOST_AUTHORITIES + " State CAs and "
                    + MOST_NUMBERS + " numbers of revocation lists.");
        }
        if (hasRepeats(authorities.stream().map(AuthorityStatus::certificate))
                || hasRepeats(leastNumbers.stream().map(LeastListNumber::authority))) {
            throw new IllegalArgumentException("A trust state speaks of each CA once.");
        }
    }

    private static boolean hasRepeats(Stream<?> values) {
        List<?> listed = values.toList();
        return listed.stream().distinct().count() != listed.size();
    }
}
