package org.liptako.node.journal.serving;

import com.google.protobuf.ByteString;
import jakarta.inject.Singleton;
import java.util.List;
import org.liptako.journal.v1.GetCheckpointRequest;
import org.liptako.journal.v1.GetCheckpointResponse;
import org.liptako.journal.v1.GetConsistencyProofRequest;
import org.liptako.journal.v1.GetConsistencyProofResponse;
import org.liptako.journal.v1.GetInclusionProofRequest;
import org.liptako.journal.v1.GetInclusionProofResponse;
import org.liptako.journal.v1.GetTileRequest;
import org.liptako.journal.v1.GetTileResponse;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.SignedCheckpoint;
import org.liptako.node.journal.witness.KnownCheckpoints;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.TilePath;

/** What the protocol asks of the journals' trees, in its messages. */
@Singleton
public final class TreeMessages {
    private final Journal journal;
    private final JournalTree tree;
    private final Checkpoints checkpoints;
    private final OwnCosignatures cosignatures;
    private final KnownCheckpoints known;

    public TreeMessages(
            Journal journal,
            JournalTree tree,
            Checkpoints checkpoints,
            OwnCosignatures cosignatures,
            KnownCheckpoints known) {
        this.journal = journal;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.known = known;
    }

    GetCheckpointResponse checkpoint(GetCheckpointRequest request) {
        State state = state(request.getState());
        return state == journal.state() ? checkpoint() : cosigned(state);
    }

    private GetCheckpointResponse cosigned(State state) {
        return GetCheckpointResponse.newBuilder()
                .setCheckpoint(ByteString.copyFrom(known.cosigned(state)
                        .orElseThrow(() -> Failure.of(
                                ErrorCode.NOT_KNOWN,
                                "Ce nœud n'a cosigné aucun point de contrôle du journal du " + state.french() + ".",
                                "This node has cosigned no checkpoint of the journal of " + state.english() + "."))
                        .toBytes()))
                .build();
    }

    private GetCheckpointResponse checkpoint() {
        SignedCheckpoint last = checkpoints.required();
        GetCheckpointResponse.Builder answer = GetCheckpointResponse.newBuilder()
                .setCheckpoint(
                        ByteString.copyFrom(cosignatures.joined(last.note()).toBytes()))
                .setSignedAt(last.at().toString());
        checkpoints.key().ifPresent(key -> answer.setKey(key.toString()));
        return answer.build();
    }

    GetTileResponse tile(GetTileRequest request) {
        byte[] content = tree.at(state(request.getState()), path(request.getPath()));
        return GetTileResponse.newBuilder()
                .setContent(ByteString.copyFrom(content))
                .build();
    }

    GetInclusionProofResponse inclusion(GetInclusionProofRequest request) {
        State state = state(request.getState());
        long size = size(state, request.getSize());
        InclusionProof proof = tree.inclusion(state, request.getIndex(), size);
        return GetInclusionProofResponse.newBuilder()
                .setSize(size)
                .setRoot(bytes(tree.root(state, size)))
                .setEntry(ByteString.copyFrom(
                        tree.entry(state, request.getIndex()).toBytes()))
                .addAllPath(path(proof.path()))
                .build();
    }

    GetConsistencyProofResponse consistency(GetConsistencyProofRequest request) {
        State state = state(request.getState());
        long size = size(state, request.getSize());
        ConsistencyProof proof = tree.consistency(state, request.getOldSize(), size);
        return GetConsistencyProofResponse.newBuilder()
                .setSize(size)
                .setRoot(bytes(tree.root(state, size)))
                .setOldRoot(bytes(tree.root(state, request.getOldSize())))
                .addAllPath(path(proof.path()))
                .build();
    }

    private long size(State state, long asked) {
        if (asked != 0) {
            return asked;
        }
        return state == journal.state() ? checkpoints.required().size() : tree.size(state);
    }

    private State state(String code) {
        if (code.isEmpty()) {
            return journal.state();
        }
        try {
            return State.valueOf(code);
        } catch (IllegalArgumentException e) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "« " + code + " » n'est le code d'aucun État : ML, BF ou NE.",
                    "\"" + code + "\" is no State's code: ML, BF or NE.");
        }
    }

    private static TilePath path(String text) {
        try {
            return TilePath.parse(text);
        } catch (MalformedLogException e) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "« " + text + " » n'est le chemin d'aucune tuile, comme tile/0/x001/067 ou tile/entries/000.p/12.",
                    "\"" + text + "\" is no tile's path, such as tile/0/x001/067 or tile/entries/000.p/12.");
        }
    }

    private static List<ByteString> path(List<Digest> digests) {
        return digests.stream().map(TreeMessages::bytes).toList();
    }

    private static ByteString bytes(Digest digest) {
        return ByteString.copyFrom(digest.toBytes());
    }
}
