package org.liptako.node.exchange.pace;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.pace.LinkSpeedStore.Slow;
import org.liptako.node.wire.Faults;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that a link brings clearly less than it did. What it is compared with survives restarts, and stays what it was as long as the link is slow, until it
 * recovers or an operator takes the new speed for usual. Thread-safe.
 */
public final class LinkWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);
    private static final int LAST = 5;
    private static final int ENOUGH = 10;
    private static final double SLOW = 0.5;
    private static final double RECOVERED = 0.7;

    private final LinkSpeedStore store;
    private final Clock clock;

    public LinkWatch(LinkSpeedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A link brought so much a second for a minute, and nothing here slowed it. Bytes move on even if that cannot be written down. */
    public synchronized void measured(State peer, long bytesPerSecond) {
        try {
            judge(peer, bytesPerSecond);
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "What the link to {} brings cannot be written down.", peer);
        }
    }

    private void judge(State peer, long bytesPerSecond) {
        store.add(peer, clock.instant(), bytesPerSecond);
        LinkSpeed speed = speed(peer);
        if (speed.usual() == 0 || store.speeds(peer).size() < LAST) {
            return;
        }
        if (speed.slowSince().isEmpty() && speed.lately() < speed.usual() * SLOW) {
            store.slow(peer, new Slow(clock.instant().truncatedTo(ChronoUnit.SECONDS), speed.usual()));
            LOG.warn("{}", LinkWords.slow(speed(peer)));
        } else if (speed.slowSince().isPresent() && speed.lately() >= speed.usual() * RECOVERED) {
            store.notSlow(peer);
            LOG.info("The link to {} brings again what it did.", peer);
        }
    }

    /** What a link brings from now on is usual. */
    public synchronized void accept(State peer) {
        store.notSlow(peer);
        store.keep(peer, LAST);
    }

    public LinkSpeed speed(State peer) {
        List<Long> speeds = store.speeds(peer);
        Optional<Slow> slow = store.slow(peer);
        List<Long> before = speeds.subList(Math.min(LAST, speeds.size()), speeds.size());
        return new LinkSpeed(
                peer,
                median(speeds.subList(0, Math.min(LAST, speeds.size()))),
                slow.map(Slow::usual).orElseGet(() -> before.size() < ENOUGH ? 0 : median(before)),
                slow.map(Slow::since));
    }

    private static long median(List<Long> speeds) {
        return speeds.isEmpty()
                ? 0
                : speeds.stream().sorted().skip(speeds.size() / 2).findFirst().orElse(0L);
    }
}
