package org.liptako.node.journal.serving;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.liptako.journal.v1.GetKeptRequest;
import org.liptako.journal.v1.GetKeptResponse;
import org.liptako.journal.v1.KeptJournalServiceGrpc;
import org.liptako.journal.v1.ReadKeptRequest;
import org.liptako.journal.v1.ReadKeptResponse;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.name.State;

/** Gives another State back what this one has kept of its journal, and no other State's. */
public final class KeptEndpoint extends KeptJournalServiceGrpc.KeptJournalServiceImplBase {
    private static final int MOST_ENTRIES = 64;
    /** With the one entry that goes over it, less than a message may have. */
    private static final long MOST_BYTES = 512 * 1024;

    private final PeerJournals journals;
    private final WitnessDesk witness;
    private final Supplier<State> caller;

    /** @param caller the State whose node makes the current call */
    public KeptEndpoint(PeerJournals journals, WitnessDesk witness, Supplier<State> caller) {
        this.journals = journals;
        this.witness = witness;
        this.caller = caller;
    }

    @Override
    public void getKept(GetKeptRequest request, StreamObserver<GetKeptResponse> answer) {
        GetKeptResponse.Builder kept = GetKeptResponse.newBuilder();
        witness.shown(caller.get()).ifPresent(note -> kept.setCosignedCheckpoint(ByteString.copyFrom(note.toBytes())));
        journals.head(caller.get()).ifPresent(head -> kept.setHead(StatementMessages.toMessage(head)));
        answer.onNext(kept.build());
        answer.onCompleted();
    }

    @Override
    public void readKept(ReadKeptRequest request, StreamObserver<ReadKeptResponse> answer) {
        ReadKeptResponse.Builder kept = ReadKeptResponse.newBuilder();
        long bytes = 0;
        for (JournalEntry entry : journals.read(caller.get(), request.getFirst(), MOST_ENTRIES)) {
            org.liptako.journal.v1.JournalEntry message = EntryMessages.toMessage(entry);
            kept.addEntries(message);
            bytes += message.getSerializedSize();
            if (bytes > MOST_BYTES) {
                break;
            }
        }
        answer.onNext(kept.build());
        answer.onCompleted();
    }
}
