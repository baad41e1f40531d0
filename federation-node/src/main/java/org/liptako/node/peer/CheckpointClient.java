package org.liptako.node.peer;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.liptako.journal.v1.GetCheckpointRequest;
import org.liptako.journal.v1.GetConsistencyProofRequest;
import org.liptako.journal.v1.GetConsistencyProofResponse;
import org.liptako.journal.v1.GetTileRequest;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc.JournalServiceBlockingStub;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;
import org.liptako.pki.tlog.TileReader;

/** One State's journal as a State's node shows it as a transparency log: its own, or another's that it witnesses. */
final class CheckpointClient implements TileReader {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final State state;
    private final State showing;
    private final PeerChannels channels;

    CheckpointClient(State state, State showing, PeerChannels channels) {
        this.state = state;
        this.showing = showing;
        this.channels = channels;
    }

    /** Whose journal it is. */
    State state() {
        return state;
    }

    /** Who shows it. */
    State showing() {
        return showing;
    }

    /**
     * The last checkpoint.
     *
     * @throws io.grpc.StatusRuntimeException if there is none, or the node is silent
     * @throws MalformedLogException if it is no note
     */
    SignedNote checkpoint() {
        return SignedNote.parse(stub().getCheckpoint(
                        GetCheckpointRequest.newBuilder().setState(state.name()).build())
                .getCheckpoint()
                .toByteArray());
    }

    /**
     * What is given as a proof of growth; it proves what it proves.
     *
     * @throws io.grpc.StatusRuntimeException if there is none, or the node is silent
     * @throws MalformedLogException if it is none
     */
    ConsistencyProof growth(long oldSize, long size) {
        GetConsistencyProofResponse answer = stub().getConsistencyProof(GetConsistencyProofRequest.newBuilder()
                .setState(state.name())
                .setOldSize(oldSize)
                .setSize(size)
                .build());
        if (answer.getPathCount() > ConsistencyProof.MOST_HASHES) {
            throw new MalformedLogException(
                    "Une preuve a au plus " + ConsistencyProof.MOST_HASHES + " empreintes.",
                    "A proof has at most " + ConsistencyProof.MOST_HASHES + " hashes.");
        }
        return new ConsistencyProof(
                oldSize,
                size,
                answer.getPathList().stream().map(CheckpointClient::digest).toList());
    }

    @Override
    public Tile read(TilePath.Hashes path) {
        return Tile.parse(stub().getTile(GetTileRequest.newBuilder()
                        .setState(state.name())
                        .setPath(path.path())
                        .build())
                .getContent()
                .toByteArray());
    }

    private static Digest digest(ByteString hash) {
        try {
            return Digest.of(hash.toByteArray());
        } catch (IllegalArgumentException e) {
            throw new MalformedLogException(
                    "Chaque empreinte d'une preuve a 32 octets.", "Each hash of a proof has 32 bytes.");
        }
    }

    private JournalServiceBlockingStub stub() {
        return JournalServiceGrpc.newBlockingStub(channels.channel(showing))
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
