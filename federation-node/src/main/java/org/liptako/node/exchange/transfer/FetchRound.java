package org.liptako.node.exchange.transfer;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.pace.PaceShare;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches all that is missing over several connections, as many as bring most: each asks for a slice, and for the next when that one is
 * almost there. A connection that breaks gives back what it owed and is dialled again, as long as another one runs. One thread drives a
 * round; the calls' threads only leave word.
 */
final class FetchRound {
    private static final Logger LOG = LoggerFactory.getLogger(FetchRound.class);
    private static final long TICK = TimeUnit.SECONDS.toNanos(1);
    private static final int SILENT_TICKS = 30;
    /** Bytes may come so long without making a chunk whole; the slowest link that is of use takes less for one. */
    private static final int FRUITLESS_TICKS = 300;

    /** A source that sends wrong bytes so often is left alone, until an operator starts the transfer again. */
    private static final int MOST_WRONG = 8;

    private final TransferPlan plan;
    private final StagedReplica staged;
    private final ReplicaExchangeClient client;
    private final AtomicInteger wrong;
    private final PaceShare pace;
    private final int chunkBytes;
    private final ChunkDeal deal;
    private final LaneClimb climb;
    private final List<FetchLane> lanes = new ArrayList<>();
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    private final LongAdder came = new LongAdder();
    private final LongAdder right = new LongAdder();
    private int silent;
    private int fruitless;

    /** What a call's thread leaves for the one that drives. */
    private sealed interface Word {}

    private record AlmostDone(FetchLane lane) implements Word {}

    /** A limit lets more be asked for. */
    private record MayAsk() implements Word {}

    private record Ended(
            FetchLane lane, FetchSlice slice, @Nullable Throwable thrown) implements Word {}

    /** @param wrong counts the chunks that were not what the manifest names */
    FetchRound(TransferPlan plan, StagedReplica staged, ReplicaExchangeClient client, AtomicInteger wrong) {
        this.plan = plan;
        this.staged = staged;
        this.client = client;
        this.wrong = wrong;
        this.deal = new ChunkDeal(staged.missing());
        this.pace = client.share(plan.grant(), plan.source(), () -> words.add(new MayAsk()));
        this.chunkBytes = staged.manifest().header().chunkBytes();
        this.climb = new LaneClimb(deal.left(), chunkBytes);
    }

    /**
     * Fetches.
     *
     * @param tick called about every second while chunks come; what it throws ends the round
     * @throws TransferBreak if the source does not give what it was asked for
     * @throws IOException if the disk does not take what comes
     */
    void run(Runnable tick) throws IOException, InterruptedException {
        try {
            feedAll();
            long due = System.nanoTime() + TICK;
            while (isRunning()) {
                Word word = words.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
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
            pace.close();
            lanes.forEach(lane -> lane.connection().close());
        }
    }

    private boolean isRunning() {
        return deal.left() > 0
                || lanes.stream().anyMatch(lane -> !lane.running().isEmpty());
    }

    private void second() {
        long bytes = came.sumThenReset();
        boolean held =
                pace.holds() && lanes.stream().allMatch(lane -> lane.running().isEmpty());
        silent = bytes == 0 && !held ? silent + 1 : 0;
        fruitless = right.sumThenReset() == 0 && !held ? fruitless + 1 : 0;
        if (silent >= SILENT_TICKS || fruitless >= FRUITLESS_TICKS) {
            throw TransferBreak.stalled(plan.source());
        }
        climb.second(bytes);
        lanes.forEach(lane -> lane.rest(false));
        feedAll();
    }

    private void hear(Word word) throws IOException {
        switch (word) {
            case AlmostDone almost -> feed(almost.lane(), 2);
            case MayAsk may -> feedAll();
            case Ended ended -> {
                ended.lane().ended(ended.slice());
                deal.giveBack(ended.slice().rest());
                judge(ended);
                feedAll();
            }
        }
    }

    /** Throws where the end of a call is the end of the round. */
    private void judge(Ended ended) throws IOException {
        Throwable thrown = ended.thrown();
        if (thrown == null) {
            if (ended.slice().came() == 0) {
                throw TransferBreak.stalled(plan.source());
            }
        } else if (thrown instanceof StatusRuntimeException refused) {
            TransferBreak broken = TransferBreak.of(plan.source(), refused);
            boolean others = lanes.stream().anyMatch(lane -> !lane.running().isEmpty());
            if (!broken.isOfTheLink() || !others) {
                throw broken;
            }
            ended.lane().rest(true);
        } else if (thrown instanceof IOException disk) {
            throw disk;
        } else {
            throw thrown instanceof RuntimeException other ? other : new IllegalStateException(thrown);
        }
    }

    private void feedAll() {
        while (lanes.size() < climb.lanes() && deal.left() > 0) {
            lanes.add(new FetchLane(client.lane(plan.source())));
        }
        lanes.forEach(lane -> feed(lane, 1));
    }

    /** Asks for a slice over a lane, unless so many calls run there already, or it is one too many now. */
    private void feed(FetchLane lane, int calls) {
        int left = deal.left();
        boolean wanted = lanes.indexOf(lane) < climb.lanes() && !lane.rests();
        if (wanted && left > 0 && lane.running().size() < calls) {
            // Ever smaller towards the end, so that all lanes end at about the same time.
            int share = Math.max(1, left / (2 * climb.lanes()));
            int chunks = pace.take(Math.min(share, lane.sliceChunks()), chunkBytes);
            if (chunks > 0) {
                start(lane, deal.deal(chunks));
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What is returned completes as the call does, which is heard of.
    private void start(FetchLane lane, BitSet chunks) {
        FetchSlice slice = new FetchSlice(staged, chunks, new Watch(lane));
        FetchCall call = client.fetch(lane.connection(), plan.grant(), slice.ranges(), slice, came);
        lane.running().put(slice, call);
        call.ended().whenComplete((nothing, thrown) -> words.add(new Ended(lane, slice, thrown)));
    }

    /** Returns once no call writes any more, so that the replica may be closed. */
    private void cancelAll() {
        List<FetchCall> calls =
                lanes.stream().flatMap(lane -> lane.running().values().stream()).toList();
        calls.forEach(call -> call.cancel("The receiver ends the round."));
        try {
            CompletableFuture.allOf(calls.stream().map(FetchCall::ended).toArray(CompletableFuture[]::new))
                    .exceptionally(thrown -> null)
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A cancelled call of {} does not end.", plan.grant(), e);
        }
    }

    private final class Watch implements FetchSlice.Watcher {
        private final FetchLane lane;

        Watch(FetchLane lane) {
            this.lane = lane;
        }

        @Override
        public void right() {
            right.increment();
        }

        @Override
        public void wrong() {
            int count = wrong.incrementAndGet();
            if (count % MOST_WRONG == 0) {
                throw new Failure(ErrorCode.BYTES_CORRUPT, TransferReasons.wrongChunks(plan.source(), count));
            }
        }

        @Override
        public void almostDone() {
            words.add(new AlmostDone(lane));
        }
    }
}
