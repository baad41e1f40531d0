package org.liptako.policy.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Membership;
import org.liptako.policy.vocabulary.Space;

/** A dated space with its days as seconds and its members as bits, for {@code dans}. */
final class CompiledSpace {
    private final long[] starts;
    private final long[] ends;
    private final long[][] members;

    CompiledSpace(Space space) {
        List<Membership> memberships = space.memberships();
        starts = memberships.stream().mapToLong(one -> second(one.start())).toArray();
        ends = memberships.stream().mapToLong(one -> second(one.end())).toArray();
        members = memberships.stream().map(one -> bits(one.members())).toArray(long[][]::new);
    }

    /** Whether a country, as {@link Countries#pack} has it, is a member in that second. */
    boolean contains(long country, long second) {
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] <= second && second < ends[i] && isSet(members[i], country)) {
                return true;
            }
        }
        return false;
    }

    static long[] bits(Collection<String> countries) {
        long[] bits = new long[(Countries.span() + Long.SIZE - 1) >> 6];
        for (String country : countries) {
            int packed = Countries.pack(country);
            bits[packed >> 6] |= 1L << packed;
        }
        return bits;
    }

    static boolean isSet(long[] bits, long country) {
        return ((bits[(int) country >> 6] >>> country) & 1) != 0;
    }

    /** A membership without a beginning or an end has an instant that no document can reach. */
    private static long second(Instant instant) {
        return instant.getEpochSecond();
    }
}
