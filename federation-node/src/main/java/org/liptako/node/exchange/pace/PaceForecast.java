package org.liptako.node.exchange.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.pki.name.State;

/** When bytes will have come, by the limits and their hours. Thread-safe. */
public final class PaceForecast {
    private static final double LONGEST_SECONDS = Duration.ofDays(3650).toSeconds();
    /** So many stretches of open and closed hours are walked; what lies beyond goes on as these did on average. */
    private static final int STRETCHES = 60;

    private final PaceLimits limits;

    public PaceForecast(PaceLimits limits) {
        this.limits = limits;
    }

    /**
     * When so many bytes will have come.
     *
     * @param aSecond what comes where no limit slows it
     * @return empty if that is not within ten years
     */
    public Optional<Instant> after(State source, Instant from, double bytes, double aSecond) {
        return after(List.of(limits.of(Optional.empty()), limits.of(Optional.of(source))), from, bytes, aSecond);
    }

    /** As {@link #after(State, Instant, double, double)}, for bytes that come from outside the federation: by the limits of all States together. */
    public Optional<Instant> after(Instant from, double bytes, double aSecond) {
        return after(List.of(limits.of(Optional.empty())), from, bytes, aSecond);
    }

    private static Optional<Instant> after(List<LimitConfig> both, Instant from, double bytes, double aSecond) {
        double left = bytes;
        Instant at = from;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            double speed = speed(both, at, aSecond);
            Optional<Instant> change = change(both, at);
            double seconds = change.isEmpty()
                    ? LONGEST_SECONDS
                    : Duration.between(at, change.get()).toMillis() / 1e3;
            if (change.isEmpty() || left <= speed * seconds) {
                return later(at, left, speed);
            }
            left -= speed * seconds;
            at = change.get();
        }
        double average = (bytes - left) / Math.max(1, Duration.between(from, at).toSeconds());
        return later(at, left, average);
    }

    private static Optional<Instant> later(Instant at, double bytes, double speed) {
        return bytes > speed * LONGEST_SECONDS
                ? Optional.empty()
                : Optional.of(at.plusSeconds((long) Math.ceil(bytes / Math.max(speed, 1))));
    }

    private static double speed(List<LimitConfig> both, Instant at, double most) {
        double speed = most;
        for (LimitConfig limit : both) {
            if (!limit.windows().isOpen(at)) {
                return 0;
            }
            speed = Stream.concat(limit.receive().stream(), limit.windows().rate(at).stream())
                    .mapToDouble(ByteRate::bytesPerSecond)
                    .reduce(speed, Math::min);
        }
        return speed;
    }

    private static Optional<Instant> change(List<LimitConfig> both, Instant at) {
        return both.stream()
                .map(LimitConfig::windows)
                .map((DailyWindows windows) -> windows.nextChange(at))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
