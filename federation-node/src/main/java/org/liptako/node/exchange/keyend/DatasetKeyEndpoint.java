package org.liptako.node.exchange.keyend;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.exchange.v1.DatasetKeyServiceGrpc;
import org.liptako.exchange.v1.DestroyDatasetKeyRequest;
import org.liptako.exchange.v1.DestroyDatasetKeyResponse;
import org.liptako.exchange.v1.GetDatasetKeyRequest;
import org.liptako.exchange.v1.GetDatasetKeyResponse;
import org.liptako.exchange.v1.ProposeKeyDestructionRequest;
import org.liptako.exchange.v1.ProposeKeyDestructionResponse;
import org.liptako.exchange.v1.RestoreVersionRequest;
import org.liptako.exchange.v1.RestoreVersionResponse;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.unsealing.RestoreDesk;
import org.liptako.node.exchange.unsealing.RestoredVersion;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** What people of the home State do with the key of a dataset. */
public final class DatasetKeyEndpoint extends DatasetKeyServiceGrpc.DatasetKeyServiceImplBase {
    private final SiteRecord own;
    private final RestoreDesk restorations;
    private final KeyEndDesk ends;

    DatasetKeyEndpoint(SiteRecord own, RestoreDesk restorations, KeyEndDesk ends) {
        this.own = own;
        this.restorations = restorations;
        this.ends = ends;
    }

    @Override
    public void restoreVersion(RestoreVersionRequest request, StreamObserver<RestoreVersionResponse> observer) {
        Caller.current().mustActFor(own.site());
        DatasetId dataset = GrantMessages.dataset(request.getDataset());
        try {
            RestoredVersion restored =
                    restorations.restore(dataset, root(request.getEncryptedRoot()), request.getDirectory());
            observer.onNext(RestoreVersionResponse.newBuilder()
                    .setEncryptedRoot(restored.encrypted().value())
                    .setFiles(restored.files())
                    .setBytes(restored.bytes())
                    .build());
            observer.onCompleted();
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of " + dataset + " could not be restored; try again.", e);
        }
    }

    @Override
    public void getDatasetKey(GetDatasetKeyRequest request, StreamObserver<GetDatasetKeyResponse> observer) {
        DatasetId dataset = GrantMessages.dataset(request.getDataset());
        KeyEndDesk.Standing standing = ends.standing(dataset);
        observer.onNext(GetDatasetKeyResponse.newBuilder()
                .setKeyCheck(standing.check().orElse(""))
                .setDestroyedAt(standing.destroyedAt().map(Instant::toString).orElse(""))
                .addAllEncryptedAt(encryptedAt(dataset))
                .build());
        observer.onCompleted();
    }

    @Override
    public void proposeKeyDestruction(
            ProposeKeyDestructionRequest request, StreamObserver<ProposeKeyDestructionResponse> observer) {
        DatasetId dataset = GrantMessages.dataset(request.getDataset());
        observer.onNext(ProposeKeyDestructionResponse.newBuilder()
                .setOrder(ByteString.copyFrom(ends.propose(dataset, request.getReason(), request.getEvenTheLast())))
                .addAllEncryptedAt(encryptedAt(dataset))
                .build());
        observer.onCompleted();
    }

    @Override
    public void destroyDatasetKey(
            DestroyDatasetKeyRequest request, StreamObserver<DestroyDatasetKeyResponse> observer) {
        KeyEndDesk.Ended ended = ends.destroy(
                request.getOrder().toByteArray(), request.getSignatures().toByteArray());
        observer.onNext(DestroyDatasetKeyResponse.newBuilder()
                .setJournalIndex(ended.index())
                .addAllSigners(ended.signers())
                .build());
        observer.onCompleted();
    }

    private List<String> encryptedAt(DatasetId dataset) {
        return own.registry().replicas(dataset).stream()
                .filter(copy -> copy.authoritative()
                        && copy.state().encrypted()
                        && copy.state().status() == ReplicaStatus.SEALED)
                .map(copy -> copy.site().value())
                .toList();
    }

    private static Optional<VersionRoot> root(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new VersionRoot(text));
        } catch (IllegalArgumentException e) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La racine d'une version a 64 chiffres hexadécimaux.",
                    "The root of a version has 64 hexadecimal digits.");
        }
    }
}
