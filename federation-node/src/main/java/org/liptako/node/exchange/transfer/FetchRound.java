package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.liptako.node.wire.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches all that is missing from every holder at once, over as many connections to each as bring most. What breaks gives back what it
 * owed, for others to bring. One thread drives a round; the calls' threads only leave word.
 */
final class FetchRound {
    private static final Logger LOG = LoggerFactory.getLogger(FetchRound.class);
    private static final long TICK = TimeUnit.SECONDS.toNanos(1);
    /** Bytes may come so long without making a chunk whole; the slowest link that is of use takes less for one. */
    private static final int FRUITLESS_TICKS = 300;

    private final FetchWork work;
    private final BlockingQueue<FetchWord> words = new LinkedBlockingQueue<>();
    private final List<FetchHolder> holders;
    private final LaneFeed feed;
    private final HolderVerdicts verdicts;
    private final long silentTicks;
    private int silent;
    private int fruitless;

    FetchRound(FetchWork work, ReplicaExchangeClient client) {
        this.work = work;
        int share = work.staged().missing().cardinality() / work.asked().size();
        this.holders = work.asked().stream()
                .map(state -> new FetchHolder(
                        state,
                        new LaneClimb(share, work.chunkBytes()),
                        client.share(work.plan().grant(), state, () -> words.add(new FetchWord.MayAsk()))))
                .toList();
        this.feed = new LaneFeed(work, client, holders, words::add);
        this.verdicts = new HolderVerdicts(work.plan(), holders);
        this.silentTicks = client.patience().toSeconds();
    }

    /**
     * Fetches.
     *
     * @param tick called about every second while chunks come; what it throws ends the round
     * @throws TransferBreak if no holder gives what it was asked for
     * @throws Failure if those that there are send wrong bytes
     * @throws IOException if the disk does not take what comes
     */
    void run(Runnable tick) throws IOException, InterruptedException {
        try {
            feedAll();
            long due = System.nanoTime() + TICK;
            while (isRunning()) {
                FetchWord word = words.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (word != null) {
                    hear(word);
                }
                if (System.nanoTime() - due >= 0) {
                    tick.run();
                    second();
                    due = System.nanoTime() + TICK;
                }
            }
        } finally {
            cancelAll();
            holders.forEach(FetchHolder::close);
        }
    }

    private boolean isRunning() {
        return feed.left() > 0 || holders.stream().anyMatch(FetchHolder::isBusy);
    }

    private void hear(FetchWord word) throws IOException {
        switch (word) {
            case FetchWord.AlmostDone almost -> feed.feed(almost.lane());
            case FetchWord.Won won -> feed.won(won.chunk());
            case FetchWord.MayAsk may -> feedAll();
            case FetchWord.Ended ended -> {
                feed.ended(ended);
                verdicts.judge(ended);
                feedAll();
            }
        }
    }

    private void second() {
        long bytes = holders.stream().mapToLong(FetchHolder::second).sum();
        boolean held = holders.stream().anyMatch(FetchHolder::isHeld);
        silent = bytes == 0 && !held ? silent + 1 : 0;
        fruitless = feed.takeWritten() == 0 && !held ? fruitless + 1 : 0;
        if (silent >= silentTicks || fruitless >= FRUITLESS_TICKS) {
            throw TransferBreak.stalled(work.plan().source());
        }
        verdicts.partTheSilent();
        feedAll();
        LOG.debug("{} kB came in a second; {} chunks are left; {}.", bytes >> 10, feed.left(), holders);
    }

    private void feedAll() {
        for (FetchHolder holder : holders) {
            try {
                feed.feed(holder);
            } catch (Failure unknown) {
                verdicts.part(holder, unknown, true);
            }
        }
    }

    /** Returns once no call writes any more, so that the replica may be closed. */
    private void cancelAll() {
        List<FetchCall> calls =
                holders.stream().flatMap(holder -> holder.calls().stream()).toList();
        calls.forEach(call -> call.cancel("The receiver ends the round."));
        try {
            CompletableFuture.allOf(calls.stream().map(FetchCall::ended).toArray(CompletableFuture[]::new))
                    .exceptionally(thrown -> null)
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A cancelled call of {} does not end.", work.plan().grant(), e);
        }
    }
}
