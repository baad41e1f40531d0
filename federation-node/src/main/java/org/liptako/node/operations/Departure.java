package org.liptako.node.operations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.liptako.node.exchange.transfer.TransferRunner;
import org.liptako.node.identity.CallServer;
import org.liptako.node.journal.tree.TreeKeeper;
import org.liptako.node.operations.availability.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How this process leaves, so that no call fails where another process of its State serves at the same data centre: it says that it is not ready, and goes on
 * answering for as long as those who spread calls take to notice; its transfers end where they are, and the other goes on with them; callers are told to go
 * elsewhere, and those whose calls run have their answers; then it gives back what only one may do at a time.
 *
 * <p>Where it is the last, nobody is waited for.
 */
@Singleton
public final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
    /** Two looks of a load balancer. */
    private static final Duration NOTICE = Duration.ofSeconds(5);

    private final Drain drain;
    private final Neighbours neighbours;
    private final TransferRunner transfers;
    private final CallServer calls;
    private final TreeKeeper trees;

    Departure(Drain drain, Neighbours neighbours, TransferRunner transfers, CallServer calls, TreeKeeper trees) {
        this.drain = drain;
        this.neighbours = neighbours;
        this.transfers = transfers;
        this.calls = calls;
        this.trees = trees;
    }

    /** Leaves; when this returns, nothing is asked of this process any more. */
    public void leave() {
        drain.begin();
        List<Integer> others = neighbours.serving();
        LOG.info("Leaving; processes that go on: {}.", others);
        if (!others.isEmpty()) {
            pause();
        }
        transfers.close();
        calls.close();
        trees.close();
    }

    private static void pause() {
        try {
            // Nobody counts it down: a wait that can be interrupted.
            boolean woken = new CountDownLatch(1).await(NOTICE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("Noticed: {}", !woken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
