package org.liptako.node.exchange.transfer;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches all that is missing from every holder at once, over as many connections to each as bring most: each connection asks for a slice,
 * and for the next when that one is almost there. What breaks gives back what it owed, for others to bring: a connection is dialled
 * again, what a slow one owes at the end is asked of an idle one too, a holder that is silent or refuses is asked again after a while, one that sends wrong chunks is not. One thread drives a
 * round; the calls' threads only leave word.
 */
final class FetchRound {
    private static final Logger LOG = LoggerFactory.getLogger(FetchRound.class);
    private static final long TICK = TimeUnit.SECONDS.toNanos(1);
    private static final int SILENT_TICKS = 30;
    /** Bytes may come so long without making a chunk whole; the slowest link that is of use takes less for one. */
    private static final int FRUITLESS_TICKS = 300;

    /** What a slow connection owes for longer is asked of another too. */
    private static final double LONG_SECONDS = 5;

    private final TransferPlan plan;
    private final StagedReplica staged;
    private final ReplicaExchangeClient client;
    private final HolderShares shares;
    private final int chunkBytes;
    private final ChunkDeal deal;
    private final List<FetchHolder> holders;
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    /** The chunks that two calls were asked for. */
    private final Set<Integer> raced = ConcurrentHashMap.newKeySet();

    private final LongAdder right = new LongAdder();
    private int silent;
    private int fruitless;

    /** What a call's thread leaves for the one that drives. */
    private sealed interface Word {}

    private record AlmostDone(FetchLane lane) implements Word {}

    private record Won(int chunk) implements Word {}

    /** A limit lets more be asked for. */
    private record MayAsk() implements Word {}

    private record Ended(
            FetchLane lane, FetchSlice slice, @Nullable Throwable thrown) implements Word {}

    /**
     * A round.
     *
     * @param states whom to ask, at least one
     * @param shares counts what each brings
     */
    FetchRound(
            TransferPlan plan,
            List<State> states,
            StagedReplica staged,
            ReplicaExchangeClient client,
            HolderShares shares) {
        this.plan = plan;
        this.staged = staged;
        this.client = client;
        this.shares = shares;
        this.deal = new ChunkDeal(staged.missing());
        this.chunkBytes = staged.manifest().header().chunkBytes();
        int share = deal.left() / states.size();
        this.holders = states.stream()
                .map(state -> new FetchHolder(
                        state,
                        new LaneClimb(share, chunkBytes),
                        client.share(plan.grant(), state, () -> words.add(new MayAsk()))))
                .toList();
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
            holders.forEach(holder -> holder.pace().close());
            lanes().forEach(lane -> lane.connection().close());
        }
    }

    private boolean isRunning() {
        return deal.left() > 0 || holders.stream().anyMatch(FetchHolder::isBusy);
    }

    private void second() {
        long bytes = holders.stream().mapToLong(FetchHolder::second).sum();
        boolean held = holders.stream().anyMatch(FetchHolder::isHeld);
        silent = bytes == 0 && !held ? silent + 1 : 0;
        fruitless = right.sumThenReset() == 0 && !held ? fruitless + 1 : 0;
        if (silent >= SILENT_TICKS || fruitless >= FRUITLESS_TICKS) {
            throw TransferBreak.stalled(plan.source());
        }
        holders.stream().filter(this::holdsUpOthers).forEach(holder -> {
            LOG.info("{} is silent; its share of {} goes to others.", holder.state(), plan.version());
            part(holder, TransferBreak.stalled(holder.state()), false);
        });
        feedAll();
        LOG.debug(
                "{} kB over {} of {} lanes, {} chunks left, {} owed.",
                bytes >> 10,
                lanes().filter(lane -> !lane.running().isEmpty()).count(),
                lanes().count(),
                deal.left(),
                lanes().flatMap(lane -> lane.running().keySet().stream())
                        .mapToInt(slice -> slice.awaited().cardinality())
                        .sum());
    }

    /** Silent, while another brings something or has nothing left to bring: where all are silent it is this side's link. */
    private boolean holdsUpOthers(FetchHolder holder) {
        return holder.isActive()
                && holder.isSilent()
                && holders.stream().anyMatch(other -> other.isActive() && !other.isSilent());
    }

    private void hear(Word word) throws IOException {
        switch (word) {
            case AlmostDone almost -> feed(almost.lane(), 2);
            case Won won -> forget(won.chunk());
            case MayAsk may -> feedAll();
            case Ended ended -> {
                ended.lane().ended(ended.slice());
                BitSet owed = ended.slice().rest();
                owed.stream().forEach(raced::remove);
                lanes().flatMap(lane -> lane.running().keySet().stream())
                        .forEach(other -> owed.andNot(other.awaited()));
                deal.giveBack(owed);
                judge(ended);
                feedAll();
            }
        }
    }

    /** A chunk that two were asked for has come: the other call is ended if it was for nothing else. */
    private void forget(int chunk) {
        lanes().forEach(lane -> lane.running().forEach((slice, call) -> {
            if (slice.forget(chunk)) {
                call.cancel("Another connection was quicker.");
            }
        }));
    }

    private Stream<FetchLane> lanes() {
        return holders.stream().flatMap(holder -> holder.lanes().stream());
    }

    /** Throws where the end of a call is the end of the round. */
    private void judge(Ended ended) throws IOException {
        FetchHolder holder = ended.lane().holder();
        Throwable thrown = ended.thrown();
        if (thrown instanceof IOException disk) {
            throw disk;
        }
        if (!holder.isActive() || ended.slice().isOver()) {
            // It was cancelled, or ends as others of its holder did.
            return;
        }
        if (thrown == null) {
            if (ended.slice().came() == 0) {
                part(holder, TransferBreak.stalled(holder.state()), false);
            }
        } else if (thrown instanceof StatusRuntimeException refused) {
            judge(ended.lane(), TransferBreak.of(holder.state(), refused));
        } else if (thrown instanceof Failure wrong) {
            part(holder, wrong, true);
        } else {
            throw thrown instanceof RuntimeException other ? other : new IllegalStateException(thrown);
        }
    }

    private void judge(FetchLane lane, TransferBreak broken) {
        FetchHolder holder = lane.holder();
        if (broken.isOfTheLink() && holder.isBusy()) {
            lane.rest(true);
        } else if (broken.endsTheTransfer() && holder.state() == plan.source()) {
            // The source speaks for the grant: what it no longer lets pass, nobody else may give either.
            throw broken;
        } else {
            part(holder, broken, broken.isFinal());
        }
    }

    /** Asks a holder no more; throws where it was the last. */
    private void part(FetchHolder holder, RuntimeException why, boolean forGood) {
        holder.part(why, forGood);
        if (holders.stream().noneMatch(FetchHolder::isActive)) {
            // What may pass comes before what does not, and the source before others.
            throw holders.stream()
                    .filter(other -> !other.isParted())
                    .findFirst()
                    .orElse(holders.getFirst())
                    .why();
        }
    }

    private void feedAll() {
        for (FetchHolder holder : holders) {
            openLanes(holder);
            holder.lanes().forEach(lane -> feed(lane, 1));
        }
    }

    private void openLanes(FetchHolder holder) {
        try {
            while (holder.lanes().size() < holder.lanesWanted() && deal.left() > 0) {
                holder.lanes().add(new FetchLane(holder, client.lane(holder.state())));
            }
        } catch (Failure unknown) {
            part(holder, unknown, true);
        }
    }

    /** Asks for a slice over a lane, unless so many calls run there already, or it is one too many now. */
    private void feed(FetchLane lane, int calls) {
        if (!lane.holder().wants(lane) || lane.running().size() >= calls) {
            return;
        }
        int left = deal.left();
        if (left == 0) {
            race(lane);
        } else if (isWorthAsking(lane, left)) {
            // Ever smaller towards the end, so that all lanes end at about the same time.
            int lanes = holders.stream().mapToInt(FetchHolder::lanesWanted).sum();
            int share = Math.max(1, left / (2 * lanes));
            int chunks = lane.holder().pace().take(Math.min(share, lane.sliceChunks()), chunkBytes);
            if (chunks > 0) {
                start(lane, deal.deal(chunks));
            }
        }
    }

    /** Has a lane that lies idle bring too what a slow one of another holder owes, from the far end on: whichever is quicker spares the other. */
    private void race(FetchLane lane) {
        if (!lane.running().isEmpty()) {
            return;
        }
        boolean alone = holders.stream().filter(FetchHolder::isActive).count() == 1;
        lanes().filter(slow -> alone || !slow.holder().equals(lane.holder()))
                .flatMap(slow -> slow.running().keySet().stream())
                .filter(slice -> slice.secondsLeft() > Math.max(LONG_SECONDS, 2 / lane.chunksASecond()))
                .filter(slice -> !raceable(slice).isEmpty())
                .max(Comparator.comparingDouble(FetchSlice::secondsLeft))
                .map(FetchRound.this::raceable)
                .ifPresent(owed -> {
                    int wanted = Math.min((owed.cardinality() + 1) / 2, lane.sliceChunks());
                    BitSet chunks = last(owed, lane.holder().pace().take(wanted, chunkBytes));
                    if (!chunks.isEmpty()) {
                        chunks.stream().forEach(raced::add);
                        start(lane, chunks);
                    }
                });
    }

    private static BitSet last(BitSet owed, int most) {
        BitSet chunks = new BitSet();
        for (int chunk = owed.length() - 1; chunk >= 0 && chunks.cardinality() < most; ) {
            chunks.set(chunk);
            chunk = owed.previousSetBit(chunk - 1);
        }
        return chunks;
    }

    /** What a slice owes, and nobody else is asked for. */
    private BitSet raceable(FetchSlice slice) {
        BitSet owed = slice.awaited();
        raced.forEach(owed::clear);
        return owed;
    }

    /** Not where another holder would have brought all that is left before this lane brings one chunk. */
    private boolean isWorthAsking(FetchLane lane, int left) {
        return holders.stream()
                .filter(other -> other.isActive() && !other.equals(lane.holder()))
                .allMatch(other -> left * lane.chunksASecond() >= other.bestRate());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What is returned completes as the call does, which is heard of.
    private void start(FetchLane lane, BitSet chunks) {
        FetchHolder holder = lane.holder();
        FetchSlice slice = new FetchSlice(staged, chunks, new Watch(lane));
        boolean doubted = shares.of(holder.state()).wrong() > 0;
        FetchCall call = client.fetch(
                lane.connection(),
                new ReplicaExchangeClient.Asked(plan.grant(), slice.ranges(), doubted),
                slice,
                lane.came());
        lane.running().put(slice, call);
        call.ended().whenComplete((nothing, thrown) -> words.add(new Ended(lane, slice, thrown)));
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
            LOG.warn("A cancelled call of {} does not end.", plan.grant(), e);
        }
    }

    private final class Watch implements FetchSlice.Watcher {
        private final FetchLane lane;

        Watch(FetchLane lane) {
            this.lane = lane;
        }

        @Override
        public void right(int chunk, int bytes) {
            right.increment();
            shares.right(lane.holder().state(), bytes);
            if (raced.contains(chunk)) {
                words.add(new Won(chunk));
            }
        }

        @Override
        public void wrong() {
            State state = lane.holder().state();
            int count = shares.wrong(state);
            if (count % HolderShare.MOST_WRONG == 0) {
                throw new Failure(ErrorCode.BYTES_CORRUPT, TransferReasons.wrongChunks(state, count));
            }
        }

        @Override
        public void almostDone() {
            words.add(new AlmostDone(lane));
        }
    }
}
