package org.liptako.node.journal;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import org.liptako.journal.v1.GetHeadRequest;
import org.liptako.journal.v1.GetHeadResponse;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.node.wire.StatementMessages;

/** Gives this State's journal to those who follow it. */
@Singleton
public final class JournalEndpoint extends JournalServiceGrpc.JournalServiceImplBase {
    private final Journal journal;
    private final JournalHeads heads;

    public JournalEndpoint(Journal journal, JournalHeads heads) {
        this.journal = journal;
        this.heads = heads;
    }

    @Override
    public void getHead(GetHeadRequest request, StreamObserver<GetHeadResponse> answer) {
        answer.onNext(GetHeadResponse.newBuilder()
                .setHead(StatementMessages.toMessage(heads.head()))
                .build());
        answer.onCompleted();
    }

    /** Hands the call to a thread of its own: this one must be free to hear that the caller is ready, or gone. */
    @Override
    public void readEntries(ReadEntriesRequest request, StreamObserver<ReadEntriesResponse> answer) {
        ServerCallStreamObserver<ReadEntriesResponse> stream = (ServerCallStreamObserver<ReadEntriesResponse>) answer;
        JournalStreamEndpoint reading = new JournalStreamEndpoint(journal, heads, request, stream);
        stream.setOnReadyHandler(reading::wake);
        stream.setOnCancelHandler(reading::wake);
        Thread.ofVirtual().name("journal-stream").start(reading);
    }
}
