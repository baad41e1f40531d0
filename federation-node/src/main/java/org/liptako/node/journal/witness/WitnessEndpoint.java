package org.liptako.node.journal.witness;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.liptako.journal.v1.AddCheckpointRequest;
import org.liptako.journal.v1.AddCheckpointResponse;
import org.liptako.journal.v1.WitnessServiceGrpc;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/** Lets the other States' nodes have their checkpoints cosigned. */
public final class WitnessEndpoint extends WitnessServiceGrpc.WitnessServiceImplBase {
    private final WitnessDesk desk;
    private final Supplier<State> caller;

    /**
     * The endpoint of a desk.
     *
     * @param caller the State whose node makes the current call: it has its own journal witnessed, and no other
     */
    public WitnessEndpoint(WitnessDesk desk, Supplier<State> caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @Override
    public void addCheckpoint(AddCheckpointRequest request, StreamObserver<AddCheckpointResponse> answer) {
        WitnessAnswer outcome = desk.add(
                caller.get(),
                request.getOldSize(),
                proof(request.getProofList()),
                request.getCheckpoint().toByteArray());
        AddCheckpointResponse.Builder response = AddCheckpointResponse.newBuilder();
        switch (outcome) {
            case WitnessAnswer.Cosigned cosigned ->
                response.setCosignatures(
                        ByteString.copyFrom(cosigned.signature().line() + "\n", StandardCharsets.UTF_8));
            case WitnessAnswer.FromElsewhere elsewhere -> response.setKnownSize(elsewhere.knownSize());
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private static List<Digest> proof(List<ByteString> hashes) {
        try {
            return hashes.stream().map(hash -> Digest.of(hash.toByteArray())).toList();
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ErrorCode.INVALID_REQUEST,
                    new Sentence("Chaque empreinte de la preuve a 32 octets.", "Each hash of the proof has 32 bytes."),
                    e);
        }
    }
}
