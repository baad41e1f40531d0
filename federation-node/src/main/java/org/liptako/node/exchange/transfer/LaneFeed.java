package org.liptako.node.exchange.transfer;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/**
 * Keeps the lanes of a round busy, from one deal of chunks: over each it asks for a slice and, when that one is almost there, for the next;
 * once nothing is left, for what a slow lane owes. Driven by one thread.
 */
final class LaneFeed {
    private final FetchWork work;
    private final ReplicaExchangeClient client;
    private final List<FetchHolder> holders;
    private final Consumer<FetchWord> words;
    private final ChunkDeal deal;
    private final TailRace race = new TailRace();
    private final LongAdder right = new LongAdder();

    /** @param words takes what the calls' threads have to say, on those threads */
    LaneFeed(FetchWork work, ReplicaExchangeClient client, List<FetchHolder> holders, Consumer<FetchWord> words) {
        this.work = work;
        this.client = client;
        this.holders = holders;
        this.words = words;
        this.deal = new ChunkDeal(work.staged().missing());
    }

    /** How many chunks nobody is asked for. */
    int left() {
        return deal.left();
    }

    /** How many chunks were written since this was asked last. */
    long takeWritten() {
        return right.sumThenReset();
    }

    /** Opens the lanes that a holder is to have now, and asks over each that would lie idle. */
    void feed(FetchHolder holder) {
        while (holder.lanes().size() < holder.lanesWanted() && deal.left() > 0) {
            holder.lanes().add(new FetchLane(holder, client.lane(holder.state())));
        }
        holder.lanes().forEach(this::feed);
    }

    /** Asks over a lane, unless enough is under way there, or it is one too many now. */
    void feed(FetchLane lane) {
        if (!lane.holder().wants(lane) || !lane.isAlmostDone()) {
            return;
        }
        int left = deal.left();
        if (left == 0) {
            race(lane);
        } else if (isWorthAsking(lane, left)) {
            // Ever smaller towards the end, so that all lanes end at about the same time.
            int lanes = holders.stream().mapToInt(FetchHolder::lanesWanted).sum();
            int share = Math.max(1, left / (2 * lanes));
            int chunks = leave(lane, Math.min(share, lane.sliceChunks()));
            if (chunks > 0) {
                start(lane, deal.deal(chunks));
            }
        }
    }

    /** A call has ended: what it owes and nobody else is asked for is dealt again. */
    void ended(FetchWord.Ended ended) {
        ended.lane().ended(ended.slice());
        BitSet owed = ended.slice().rest();
        race.over(owed);
        slices().forEach(other -> owed.andNot(other.awaited()));
        deal.giveBack(owed);
    }

    /** A raced chunk has come: the other call is ended if it was for nothing else. */
    void won(int chunk) {
        lanes().forEach(lane -> lane.running().forEach((slice, call) -> {
            if (slice.forget(chunk)) {
                call.cancel("Another connection was quicker.");
            }
        }));
    }

    private void race(FetchLane idle) {
        if (!idle.running().isEmpty()) {
            return;
        }
        boolean alone = holders.stream().filter(FetchHolder::isActive).count() == 1;
        Stream<FetchSlice> slow = lanes().filter(lane -> alone || !lane.holder().equals(idle.holder()))
                .flatMap(lane -> lane.running().keySet().stream());
        race.worthRacing(idle.chunksASecond(), slow).ifPresent(owed -> {
            int chunks = leave(idle, Math.min((owed.cardinality() + 1) / 2, idle.sliceChunks()));
            if (chunks > 0) {
                start(idle, race.begin(owed, chunks));
            }
        });
    }

    /** How many of so many chunks the limits let be asked for now. */
    private int leave(FetchLane lane, int wanted) {
        return lane.holder().pace().take(wanted, work.chunkBytes());
    }

    /** Not where another holder would have brought all that is left before this lane brings one chunk. */
    private boolean isWorthAsking(FetchLane lane, int left) {
        return holders.stream()
                .filter(other -> other.isActive() && !other.equals(lane.holder()))
                .allMatch(other -> left * lane.chunksASecond() >= other.bestRate());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What is returned completes as the call does, which is heard of.
    private void start(FetchLane lane, BitSet chunks) {
        FetchSlice slice = new FetchSlice(work.staged(), chunks, new Watch(lane));
        boolean doubted = work.shares().of(lane.holder().state()).wrong() > 0;
        FetchCall call = client.fetch(
                lane.connection(),
                new ReplicaExchangeClient.Asked(work.plan().grant(), slice.ranges(), doubted),
                slice,
                bytes -> {
                    slice.heard(bytes);
                    lane.heard(bytes);
                });
        lane.began(slice, call);
        call.ended().whenComplete((nothing, thrown) -> words.accept(new FetchWord.Ended(lane, slice, thrown)));
    }

    private Stream<FetchSlice> slices() {
        return lanes().flatMap(lane -> lane.running().keySet().stream());
    }

    private Stream<FetchLane> lanes() {
        return holders.stream().flatMap(holder -> holder.lanes().stream());
    }

    private final class Watch implements FetchSlice.Watcher {
        private final FetchLane lane;

        Watch(FetchLane lane) {
            this.lane = lane;
        }

        @Override
        public void worked(long nanos) {
            lane.worked(nanos);
        }

        @Override
        public void right(int chunk, int bytes) {
            right.increment();
            work.shares().right(lane.holder().state(), bytes);
            if (race.isOn(chunk)) {
                words.accept(new FetchWord.Won(chunk));
            }
        }

        @Override
        public void wrong() {
            State state = lane.holder().state();
            int count = work.shares().wrong(state);
            if (count % HolderShare.MOST_WRONG == 0) {
                throw new Failure(ErrorCode.BYTES_CORRUPT, TransferReasons.wrongChunks(state, count));
            }
        }

        @Override
        public void almostDone() {
            words.accept(new FetchWord.AlmostDone(lane));
        }
    }
}
