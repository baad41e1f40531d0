package org.liptako.node.peer;

import io.grpc.Channel;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.signature.SignedStatement;

/** Reads one peer's journal as it grows: entries, then the head that its State signed over them, again and again. */
final class JournalClient implements AutoCloseable {
    /** More than a peer may send between two heads; it sends a head far more often. */
    private static final int MOST_ENTRIES = 10_000;

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final BlockingClientCall<?, ReadEntriesResponse> call;
    private final Duration patience;
    private long known;

    /**
     * Some entries, possibly none, and the head after them.
     *
     * @param from how many entries were asked for or given before these
     */
    record Advance(long from, List<JournalEntry> entries, SignedStatement head) {}

    /**
     * Begins to read.
     *
     * @param first the index of the first entry wanted
     * @param unopened entries before it that are known by their commitments alone, wanted once more when they may be seen
     * @param patience how long the peer may say nothing at all
     */
    JournalClient(Channel channel, long first, List<Long> unopened, Duration patience) {
        this.patience = patience;
        this.known = first;
        this.call = JournalServiceGrpc.newBlockingV2Stub(channel)
                .readEntries(ReadEntriesRequest.newBuilder()
                        .setFirst(first)
                        .setFollow(true)
                        .addAllUnopened(unopened)
                        .build());
    }

    /**
     * Waits for the next head; null where the peer has ended the stream in good order.
     *
     * @throws StatusException if the call fails
     * @throws TimeoutException if the peer says nothing for longer than the patience
     * @throws Failure TOO_MUCH if it sends entries without end, and no head
     */
    @Nullable
    Advance next() throws StatusException, InterruptedException, TimeoutException {
        List<JournalEntry> entries = new ArrayList<>();
        long bytes = 0;
        while (true) {
            ReadEntriesResponse response = call.read(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response == null) {
                return null;
            }
            if (response.hasHead()) {
                long from = known;
                known = entries.isEmpty()
                        ? from
                        : Math.max(from, entries.getLast().index() + 1);
                return new Advance(from, List.copyOf(entries), StatementMessages.fromMessage(response.getHead()));
            }
            bytes += response.getSerializedSize();
            entries.add(JournalEntryMessages.fromMessage(response.getEntry()));
            if (entries.size() > MOST_ENTRIES || bytes > MOST_BYTES) {
                throw Failure.of(
                        ErrorCode.TOO_MUCH,
                        "Plus de " + MOST_ENTRIES + " entrées, ou de 64 Mio, sont venues sans tête signée.",
                        "More than " + MOST_ENTRIES + " entries, or 64 MiB, came without a signed head.");
            }
        }
    }

    @Override
    public void close() {
        call.cancel("The follower stops reading.", null);
    }
}
