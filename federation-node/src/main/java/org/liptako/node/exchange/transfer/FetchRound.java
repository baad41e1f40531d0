package org.liptako.node.exchange.transfer;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.stream.Chunk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One asking for all that is missing, by a few calls at a time. Ends when every call has ended, or as soon as one fails; then the others are
 * cancelled, and what was written stays.
 */
final class FetchRound implements ChunkSink {
    private static final Logger LOG = LoggerFactory.getLogger(FetchRound.class);

    /** Two keep both hashing and the link busy; each may have 12 MiB on its way, so that a kill loses less than 64 MiB in all. */
    private static final int CALLS = 2;

    private static final int MOST_RANGES_A_CALL = 4_096;
    /** A source that sends wrong bytes so often is left alone, until an operator starts the transfer again. */
    private static final int MOST_WRONG = 8;

    private static final int SILENT_TICKS = 30;

    private final TransferPlan plan;
    private final StagedReplica staged;
    private final BitSet outstanding;
    private final List<FetchCall> calls = new ArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger wrong;

    /** @param wrong counts the chunks that were not what the manifest names */
    FetchRound(TransferPlan plan, StagedReplica staged, AtomicInteger wrong) {
        this.plan = plan;
        this.staged = staged;
        this.wrong = wrong;
        this.outstanding = staged.missing();
    }

    /**
     * Fetches.
     *
     * @param tick called about every second while chunks come; what it throws ends the round
     * @throws TransferBreak if the source does not give what it was asked for
     * @throws IOException if the disk does not take what comes
     */
    void run(ReplicaExchangeClient client, Runnable tick) throws IOException, InterruptedException {
        try {
            for (List<ChunkRange> share : shares()) {
                calls.add(client.fetch(plan.source(), plan.grant(), share, this));
            }
            await(tick);
        } finally {
            cancelAll();
        }
    }

    @Override
    public void take(Chunk chunk) throws IOException {
        boolean asked;
        synchronized (outstanding) {
            asked = outstanding.get(chunk.number());
            outstanding.clear(chunk.number());
        }
        if (!asked) {
            throw Failure.of(
                    ErrorCode.BYTES_CORRUPT,
                    "La source a envoyé le bloc " + chunk.number() + ", qui n'était pas ou plus demandé.",
                    "The source sent chunk " + chunk.number() + ", which was not, or no longer, asked for.");
        }
        if (!staged.write(chunk.number(), chunk.data()) && wrong.incrementAndGet() % MOST_WRONG == 0) {
            throw new Failure(ErrorCode.BYTES_CORRUPT, TransferReasons.wrongChunks(plan.source(), wrong.get()));
        }
        taken.incrementAndGet();
    }

    /** What is missing, in as many shares as there are calls, each a stretch of the version. */
    private List<List<ChunkRange>> shares() {
        List<List<ChunkRange>> shares = new ArrayList<>();
        BitSet left = (BitSet) outstanding.clone();
        int share = Math.max(1, (left.cardinality() + CALLS - 1) / CALLS);
        while (!left.isEmpty() && shares.size() < CALLS) {
            List<ChunkRange> ranges = ChunkRange.of(left, MOST_RANGES_A_CALL, share);
            ranges.forEach(range -> left.clear(range.first(), range.end()));
            shares.add(ranges);
        }
        return shares;
    }

    private void await(Runnable tick) throws IOException, InterruptedException {
        CompletableFuture<?> over = CompletableFuture.anyOf(allEnded(), firstFailure());
        int silent = 0;
        int before = 0;
        while (true) {
            try {
                over.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                tick.run();
                silent = taken.get() == before ? silent + 1 : 0;
                before = taken.get();
                if (silent >= SILENT_TICKS) {
                    throw TransferBreak.stalled(plan.source());
                }
            } catch (ExecutionException e) {
                throw failure(e);
            }
        }
    }

    private CompletableFuture<@Nullable Void> allEnded() {
        return CompletableFuture.allOf(calls.stream().map(FetchCall::ended).toArray(CompletableFuture[]::new));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What is returned completes as the call does, which is looked at.
    private CompletableFuture<@Nullable Void> firstFailure() {
        CompletableFuture<@Nullable Void> first = new CompletableFuture<>();
        for (FetchCall call : calls) {
            call.ended().whenComplete((nothing, thrown) -> {
                if (thrown != null) {
                    first.completeExceptionally(thrown);
                }
            });
        }
        return first;
    }

    private RuntimeException failure(ExecutionException e) throws IOException {
        if (e.getCause() instanceof StatusRuntimeException refused) {
            return TransferBreak.of(plan.source(), refused);
        }
        if (e.getCause() instanceof IOException disk) {
            throw disk;
        }
        return e.getCause() instanceof RuntimeException other ? other : new IllegalStateException(e);
    }

    /** Returns once no call writes any more, so that the replica may be closed. */
    private void cancelAll() {
        calls.forEach(call -> call.cancel("The receiver ends the round."));
        try {
            allEnded().exceptionally(thrown -> null).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A cancelled call of {} does not end.", plan.grant(), e);
        }
    }
}
