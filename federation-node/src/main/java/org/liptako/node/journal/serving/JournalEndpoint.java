package org.liptako.node.journal.serving;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.liptako.journal.v1.GetCheckpointRequest;
import org.liptako.journal.v1.GetCheckpointResponse;
import org.liptako.journal.v1.GetConsistencyProofRequest;
import org.liptako.journal.v1.GetConsistencyProofResponse;
import org.liptako.journal.v1.GetHeadRequest;
import org.liptako.journal.v1.GetHeadResponse;
import org.liptako.journal.v1.GetInclusionProofRequest;
import org.liptako.journal.v1.GetInclusionProofResponse;
import org.liptako.journal.v1.GetTileRequest;
import org.liptako.journal.v1.GetTileResponse;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.name.State;

/** Gives this State's journal to those who follow it, and its tree to those who check it. */
public final class JournalEndpoint extends JournalServiceGrpc.JournalServiceImplBase {
    private final Journal journal;
    private final JournalHeads heads;
    private final TreeMessages tree;
    private final PayloadRights rights;
    private final Supplier<State> caller;

    /** @param caller the State whose node, or whose people, make the current call */
    public JournalEndpoint(
            Journal journal, JournalHeads heads, TreeMessages tree, PayloadRights rights, Supplier<State> caller) {
        this.journal = journal;
        this.heads = heads;
        this.tree = tree;
        this.rights = rights;
        this.caller = caller;
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
        ReaderView view = new ReaderView(journal, rights, caller.get(), request.getUnopenedList());
        JournalStreamEndpoint reading = new JournalStreamEndpoint(journal, heads, view, request, stream);
        stream.setOnReadyHandler(reading::wake);
        stream.setOnCancelHandler(reading::wake);
        Thread.ofVirtual().name("journal-stream").start(reading);
    }

    @Override
    public void getCheckpoint(GetCheckpointRequest request, StreamObserver<GetCheckpointResponse> answer) {
        answer.onNext(tree.checkpoint(request));
        answer.onCompleted();
    }

    @Override
    public void getTile(GetTileRequest request, StreamObserver<GetTileResponse> answer) {
        answer.onNext(tree.tile(request));
        answer.onCompleted();
    }

    @Override
    public void getInclusionProof(GetInclusionProofRequest request, StreamObserver<GetInclusionProofResponse> answer) {
        answer.onNext(tree.inclusion(request));
        answer.onCompleted();
    }

    @Override
    public void getConsistencyProof(
            GetConsistencyProofRequest request, StreamObserver<GetConsistencyProofResponse> answer) {
        answer.onNext(tree.consistency(request));
        answer.onCompleted();
    }
}
