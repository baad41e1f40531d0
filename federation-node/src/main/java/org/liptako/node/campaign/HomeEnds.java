package org.liptako.node.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liptako.node.exchange.pace.PaceForecast;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CarryingMeans;

/** When the bytes of copies will be home, if they come one after the other at the rate known; over the network in the hours in which this site may receive. */
final class HomeEnds {
    /** As far as the network's end is told. */
    private static final double LONGEST_SECONDS = Duration.ofDays(3650).toSeconds();

    private final PaceForecast forecast;

    HomeEnds(PaceForecast forecast) {
        this.forecast = forecast;
    }

    /** The ends that can be said, of copies in the order in which they come. */
    Map<CampaignKey, Instant> of(List<RepatriatedCopy> inOrder, Map<CampaignId, HomeRate> rates, Instant now) {
        Map<CampaignKey, Instant> ends = new HashMap<>();
        Optional<Instant> at = Optional.of(now);
        for (RepatriatedCopy copy : inOrder) {
            HomeRate rate = Objects.requireNonNull(rates.get(copy.campaign()));
            if (at.isEmpty() || rate.bytesPerSecond() <= 0) {
                break;
            }
            if (copy.isToCome()) {
                at = copy.bytesLeft() == 0 ? Optional.empty() : end(copy, rate, at.get());
                at.ifPresent(end -> ends.put(copy.key(), end));
            }
        }
        return ends;
    }

    private Optional<Instant> end(RepatriatedCopy copy, HomeRate rate, Instant from) {
        boolean carried =
                copy.plan().filter(plan -> plan.means() == CarryingMeans.DISK).isPresent();
        double bytes = copy.bytesLeft();
        if (!carried) {
            return forecast.after(from, bytes, (double) rate.bytesPerSecond());
        }
        double seconds = Math.ceil(bytes / (double) rate.bytesPerSecond());
        return seconds > LONGEST_SECONDS ? Optional.empty() : Optional.of(from.plusSeconds((long) seconds));
    }
}
