package org.liptako.policy.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Space;

/**
 * The instants at which the law of one jurisdiction in one role may change (section 4, valid_until): where its rules, in force or not, begin
 * and end, and where the spaces that they name change.
 */
final class Boundaries {
    private final long[] seconds;

    Boundaries(List<Rule> rules) {
        Stream<Instant> ofRules = rules.stream()
                .flatMap(rule -> rule.periods().stream())
                .flatMap(period -> Stream.concat(Stream.of(period.start()), Stream.ofNullable(period.end())));
        Stream<Instant> ofSpaces = rules.stream()
                .flatMap(rule -> rule.spaces().stream())
                .distinct()
                .map(Space::boundaries)
                .flatMap(List::stream);
        seconds = Stream.concat(ofRules, ofSpaces)
                .mapToLong(Instant::getEpochSecond)
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * The least boundary after an instant, or {@link Long#MAX_VALUE}. The instant's fraction does not matter: boundaries are whole seconds.
     */
    long after(long second) {
        int found = Arrays.binarySearch(seconds, second);
        int next = found >= 0 ? found + 1 : -found - 1;
        return next < seconds.length ? seconds[next] : Long.MAX_VALUE;
    }

    static @Nullable Instant instant(long second) {
        return second == Long.MAX_VALUE ? null : Instant.ofEpochSecond(second);
    }
}
