package org.liptako.node.peer;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.liptako.journal.v1.GetKeptRequest;
import org.liptako.journal.v1.GetKeptResponse;
import org.liptako.journal.v1.KeptJournalServiceGrpc;
import org.liptako.journal.v1.KeptJournalServiceGrpc.KeptJournalServiceBlockingStub;
import org.liptako.journal.v1.ReadKeptRequest;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.restore.KeptJournal;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.SignedNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one other State's node has kept of this State's journal, asked over gRPC. */
final class KeptClient implements KeptJournal {
    private static final Logger LOG = LoggerFactory.getLogger(KeptClient.class);
    /** A node that is there answers at once; one that is not must not hold up a start. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final State keeper;
    private final PeerChannels channels;

    KeptClient(State keeper, PeerChannels channels) {
        this.keeper = keeper;
        this.channels = channels;
    }

    @Override
    public State keeper() {
        return keeper;
    }

    @Override
    public Optional<Extent> extent() {
        try {
            GetKeptResponse kept = stub().getKept(GetKeptRequest.getDefaultInstance());
            return Optional.of(new Extent(
                    kept.hasHead() ? Optional.of(StatementMessages.fromMessage(kept.getHead())) : Optional.empty(),
                    cosigned(kept.getCosignedCheckpoint())));
        } catch (StatusRuntimeException | Failure e) {
            LOG.debug("{} does not say what it has kept of this journal.", keeper, e);
            return Optional.empty();
        }
    }

    /** A note that is none shows nothing. */
    private Optional<SignedNote> cosigned(ByteString note) {
        try {
            return note.isEmpty() ? Optional.empty() : Optional.of(SignedNote.parse(note.toByteArray()));
        } catch (MalformedLogException e) {
            LOG.warn("What {} shows as a checkpoint of this journal is passed over.", keeper, e);
            return Optional.empty();
        }
    }

    @Override
    public List<JournalEntry> read(long first) {
        try {
            return stub().readKept(ReadKeptRequest.newBuilder().setFirst(first).build()).getEntriesList().stream()
                    .map(JournalEntryMessages::fromMessage)
                    .toList();
        } catch (StatusRuntimeException | Failure e) {
            LOG.warn(
                    "{} does not give what it has kept of this journal from entry {} on; it is passed over.",
                    keeper,
                    first,
                    e);
            return List.of();
        }
    }

    private KeptJournalServiceBlockingStub stub() {
        return KeptJournalServiceGrpc.newBlockingStub(channels.channel(keeper))
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
