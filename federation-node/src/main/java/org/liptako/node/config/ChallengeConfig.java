package org.liptako.node.config;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How copies that other States hold are challenged.
 *
 * @param usual for classes of data without terms of their own
 * @param deadline within which a holder must have answered
 * @param classes by {@code dataset.classification}
 */
public record ChallengeConfig(Terms usual, Duration deadline, Map<String, Terms> classes) {
    /** The most chunks in one challenge. */
    public static final int MOST_SAMPLES = 5_000;

    /** Each copy every week, by 300 chunks (a loss of 1 % is seen with 95 %), within two minutes. */
    public static final ChallengeConfig USUAL =
            new ChallengeConfig(new Terms(Duration.ofDays(7), 300), Duration.ofMinutes(2), Map.of());

    public ChallengeConfig {
        classes = Map.copyOf(classes);
    }

    /**
     * The terms of a class.
     *
     * @param every how often each copy is challenged
     * @param samples by how many chunks
     */
    public record Terms(Duration every, int samples) {}

    /** Those of a dataset's class; the usual ones where it has none. */
    public Terms of(@Nullable String classification) {
        return classification == null ? usual : classes.getOrDefault(classification, usual);
    }
}
