package org.liptako.node.campaign;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.node.journal.event.CampaignId;

/**
 * How fast copies come home.
 *
 * @param bytesPerSecond 0 while nothing is known
 * @param measured whether copies that have come say so, and not only the plan
 */
public record HomeRate(long bytesPerSecond, boolean measured) {
    private static final int LAST = 20;
    private static final double MILLIS = 1e3;

    /**
     * Each campaign's: by the copies that were sealed last, from the instant at which each began to come; by what its plan reckons with until there are any, or, where
     * it says nothing, by the slowest plan of the others, for they come by the same links.
     *
     * @param all the State's copies
     * @param goingOn the campaigns that go on or are asked about
     */
    static Map<CampaignId, HomeRate> of(List<RepatriatedCopy> all, List<Campaign> goingOn) {
        Optional<HomeRate> measured = measured(all).map(rate -> new HomeRate(rate, true));
        long slowest = goingOn.stream()
                .flatMapToLong(campaign -> campaign.statedRate().stream())
                .filter(rate -> rate > 0)
                .min()
                .orElse(0);
        return goingOn.stream()
                .collect(Collectors.toMap(
                        Campaign::id,
                        campaign -> measured.orElseGet(
                                () -> new HomeRate(campaign.statedRate().orElse(slowest), false))));
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
