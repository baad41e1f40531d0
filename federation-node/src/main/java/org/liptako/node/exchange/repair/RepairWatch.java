package org.liptako.node.exchange.repair;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.damage.DamagedCopy;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.transfer.Hindrance;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mends withdrawn copies by itself, a few side by side, until each is in order; the longer one withstands, the less often. Thread-safe. */
public final class RepairWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RepairWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final DamagedCopies damaged;
    private final RepairDesk desk;
    private final RepairRests rests;
    private final RepairPlaces places;
    private final Set<DatasetVersion> toldReplaced = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("repairs").daemon().factory());

    public RepairWatch(DamagedCopies damaged, RepairDesk desk, Clock clock) {
        this.damaged = damaged;
        this.desk = desk;
        this.rests = new RepairRests(clock);
        this.places = new RepairPlaces(clock, this::repair);
    }

    /** Begins to look. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        clockwork.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        places.close();
    }

    private void look() {
        try {
            List<DatasetVersion> all =
                    damaged.all().stream().map(DamagedCopy::version).toList();
            rests.keepOnly(all);
            desk.keepOnly(all);
            toldReplaced.retainAll(all);
            places.keepOnly(all);
            places.offer(all.stream().filter(rests::isOver).toList());
        } catch (RuntimeException e) {
            if (clockwork.isShutdown()) {
                return;
            }
            Faults.warn(LOG, e, "The damaged copies cannot be looked at; this is tried again in {}.", BETWEEN_LOOKS);
        }
    }

    private void repair(DatasetVersion version, BooleanSupplier makesRoom) throws InterruptedException {
        try {
            desk.repair(version, makesRoom)
                    .ifPresentOrElse(
                            why -> later(version, why),
                            () -> LOG.info("The copy of {} was read whole and is in order, or is gone.", version));
        } catch (Failure e) {
            later(version, new Hindrance(TransferWait.DISK, e.sentence()));
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw (InterruptedException) new InterruptedException("This node stops.").initCause(e);
            }
            Duration rest = rests.rest(version, TransferWait.DISK);
            LOG.warn("The copy of {} could not be repaired; this is tried again in {}.", version, rest, e);
        }
    }

    private void later(DatasetVersion version, Hindrance why) {
        if (why.equals(RepairDesk.MADE_ROOM)) {
            LOG.info("The repair of {} has made room for another; it goes on in its turn.", version);
            return;
        }
        Duration rest = rests.rest(version, why.waitsFor());
        if (why.equals(RepairDesk.REPLACED)) {
            // It stays so until it is erased: once is enough.
            if (toldReplaced.add(version)) {
                LOG.info("The damaged copy of {} is left as it is: {}", version, why.reason());
            }
            return;
        }
        LOG.warn("The copy of {} is not repaired; this is tried again in {}: {}", version, rest, why.reason());
    }
}
