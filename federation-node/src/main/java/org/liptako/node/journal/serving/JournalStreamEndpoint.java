package org.liptako.node.journal.serving;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.serving.PayloadRights.Judged;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** One reader of the journal: entries as fast as it takes them, a head after each batch, and at intervals while nothing happens. */
final class JournalStreamEndpoint implements Runnable {
    /** Few enough to be held in memory for many readers at once. */
    private static final int BATCH = 64;

    /** Also how late an entry may be that another process of this State committed. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Journal journal;
    private final JournalHeads heads;
    private final ReaderView view;
    private final boolean follow;
    private final ServerCallStreamObserver<ReadEntriesResponse> stream;
    private final Semaphore news = new Semaphore(0);
    private long next;

    JournalStreamEndpoint(
            Journal journal,
            JournalHeads heads,
            ReaderView view,
            ReadEntriesRequest request,
            ServerCallStreamObserver<ReadEntriesResponse> stream) {
        this.journal = journal;
        this.heads = heads;
        this.view = view;
        this.follow = request.getFollow();
        this.next = request.getFirst();
        this.stream = stream;
    }

    /** Something may have changed: an entry, the reader's readiness, or that there still is a reader. */
    void wake() {
        news.release();
    }

    @Override
    public void run() {
        Runnable deaf = journal.onCommitted(this::heard);
        try {
            read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!stream.isCancelled()) {
                stream.onError(e);
            }
        } finally {
            deaf.run();
        }
    }

    private void read() throws InterruptedException {
        giveAgain();
        while (!stream.isCancelled()) {
            List<JournalEntry> entries = journal.read(next, BATCH);
            Judged judged = view.look(entries);
            giveAgain();
            next += entries.size();
            give(view.given(entries, judged));
            if (entries.size() < BATCH) {
                if (!follow) {
                    stream.onCompleted();
                    return;
                }
                rest();
            }
        }
    }

    private void giveAgain() throws InterruptedException {
        while (view.isBehind() && !stream.isCancelled()) {
            give(view.givenAgain());
        }
    }

    private void give(List<JournalEntry> entries) throws InterruptedException {
        for (JournalEntry entry : entries) {
            send(ReadEntriesResponse.newBuilder()
                    .setEntry(EntryMessages.toMessage(entry))
                    .build());
        }
        send(ReadEntriesResponse.newBuilder()
                .setHead(StatementMessages.toMessage(head()))
                .build());
    }

    /** The head over all that was sent; to a reader that claims to know more, the head as it is: it will draw its own conclusion. */
    private SignedStatement head() {
        return journal.chain().length() < next ? heads.head() : heads.headAt(next);
    }

    private void send(ReadEntriesResponse response) throws InterruptedException {
        while (!stream.isReady() && !stream.isCancelled()) {
            rest();
        }
        if (!stream.isCancelled()) {
            stream.onNext(response);
        }
    }

    private void rest() throws InterruptedException {
        if (news.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void heard(State state) {
        if (state == journal.state()) {
            wake();
        }
    }
}
