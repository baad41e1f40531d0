package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.DamagedManifestException;
import org.liptako.node.exchange.store.HeldVersion;

/** Reads what lies in a bucket, as far as it has come. Thread-safe. */
record HeldObjects(BucketClient bucket, ReplicaStates states, ManifestObjects manifests) {
    /** A sealed version. */
    Optional<HeldVersion> sealed(DatasetVersion version) throws IOException {
        return states.is(version, ReplicaStep.SEALED)
                ? Optional.of(held(version, manifests.read(version)))
                : Optional.empty();
    }

    /** The same, with a manifest that is held against the bucket's. */
    Optional<HeldVersion> sealedAnew(DatasetVersion version) throws IOException {
        return states.is(version, ReplicaStep.SEALED)
                ? heldIfHere(version, manifests.readAnew(version, () -> states.isHere(version)))
                : Optional.empty();
    }

    /** A version that is here, whole or in part, and is not being erased. */
    Optional<HeldVersion> present(DatasetVersion version) throws IOException {
        Optional<ReplicaStep> step = states.step(version);
        if (step.isEmpty()) {
            return manifests.read(version).map(this::held);
        }
        return switch (step.get()) {
            case SEALED, WHOLE -> heldIfHere(version, manifests.read(version));
            case RECEIVING -> manifests.read(version).map(this::held);
            case ERASING -> Optional.empty();
        };
    }

    /** The manifest of a version that is not sealed. */
    Optional<SignedManifest> partial(DatasetVersion version) throws IOException {
        Optional<ReplicaStep> step = states.step(version);
        if (step.equals(Optional.of(ReplicaStep.WHOLE))) {
            return Optional.of(held(version, manifests.read(version)).signed());
        }
        return step.equals(Optional.of(ReplicaStep.RECEIVING)) ? manifests.read(version) : Optional.empty();
    }

    /** Of one that is whole: it has had its manifest. */
    private HeldVersion held(DatasetVersion version, Optional<SignedManifest> signed) throws IOException {
        return held(signed.orElseThrow(() -> new DamagedManifestException(version, null)));
    }

    /** Nothing, and no damage, of one that was erased while its manifest was read. */
    private Optional<HeldVersion> heldIfHere(DatasetVersion version, Optional<SignedManifest> signed)
            throws IOException {
        return signed.isEmpty() && !states.isHere(version) ? Optional.empty() : Optional.of(held(version, signed));
    }

    private HeldVersion held(SignedManifest signed) {
        return new S3Version(signed, new ReplicaObjects(bucket, signed.manifest()));
    }
}
