package org.liptako.node.exchange.courier.key;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferPlan;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Destroys the keys of grants whose copy is sealed, and of those that have ended or were withdrawn. */
public final class KeyRetirement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRetirement.class);
    private static final int BETWEEN_LOOKS_SECONDS = 5;

    private final CourierKeys keys;
    private final GrantLedger grants;
    private final TransferStore transfers;
    private final Clock clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("courier-keys").daemon().factory());

    public KeyRetirement(CourierKeys keys, GrantLedger grants, TransferStore transfers, Clock clock) {
        this.keys = keys;
        this.grants = grants;
        this.transfers = transfers;
        this.clock = clock;
    }

    /** Looks now, and every few seconds. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        looks.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS_SECONDS, TimeUnit.SECONDS);
    }

    /** Destroys what has served. */
    void retire() {
        keys.grants().forEach(this::retire);
    }

    /** One that cannot be looked at keeps no other from its end. */
    private void retire(GrantSerial grant) {
        try {
            if (hasServed(grant)) {
                keys.destroy(grant);
                LOG.info("The key for courier disks under {} has served and is destroyed.", grant);
            }
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "The courier key of {} cannot be looked at.", grant);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    private boolean hasServed(GrantSerial grant) {
        return transfers.find(grant).filter(this::isOver).isPresent();
    }

    private boolean isOver(Transfer transfer) {
        TransferPlan plan = transfer.plan();
        return transfer.state() == TransferState.SEALED
                || transfer.state() == TransferState.DISCARDED
                || !clock.instant().isBefore(plan.expires())
                || grants.withdrawn(plan.grant(), plan.site()).isPresent();
    }

    private void look() {
        try {
            retire();
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "Courier keys cannot be looked at; they are again in {} s.", BETWEEN_LOOKS_SECONDS);
        }
    }
}
