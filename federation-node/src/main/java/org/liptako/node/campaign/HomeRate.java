package org.liptako.node.campaign;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How fast copies come home.
 *
 * @param bytesPerSecond 0 while nothing is known
 * @param measured whether copies that have come say so, and not only the plan
 */
record HomeRate(long bytesPerSecond, boolean measured) {
    private static final int LAST = 20;
    private static final double MILLIS = 1e3;

    /**
     * By the copies that were sealed last, from the instant at which each began to come; by what the plan reckons with until there are any.
     *
     * @param all the State's copies, of this campaign and others
     */
    static HomeRate of(List<RepatriatedCopy> all, Campaign campaign) {
        return measured(all)
                .map(rate -> new HomeRate(rate, true))
                .orElseGet(() -> new HomeRate(campaign.statedRate().orElse(0), false));
    }

    /** By the copies alone. */
    static HomeRate of(List<RepatriatedCopy> all) {
        return measured(all).map(rate -> new HomeRate(rate, true)).orElse(new HomeRate(0, false));
    }

    private static Optional<Long> measured(List<RepatriatedCopy> all) {
        List<RepatriatedCopy> last = all.stream()
                .filter(copy -> copy.sealedAt().isPresent() && copy.arrival().isPresent())
                .sorted(Comparator.comparing(
                                (RepatriatedCopy copy) -> copy.sealedAt().orElseThrow())
                        .reversed())
                .limit(LAST)
                .toList();
        double bytes = last.stream().mapToLong(RepatriatedCopy::bytes).sum();
        double seconds = last.stream()
                .mapToDouble(copy -> Duration.between(
                                        copy.arrival().orElseThrow().since(),
                                        copy.sealedAt().orElseThrow())
                                .toMillis()
                        / MILLIS)
                .sum();
        return bytes > 0 && seconds > 0 ? Optional.of((long) Math.max(1, bytes / seconds)) : Optional.empty();
    }
}
