package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.repair.CopyVerdict;
import org.liptako.node.exchange.store.DamagedManifestException;
import org.liptako.node.exchange.store.DirectoryReplicaStore;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** A disk that does not answer for a while has damaged nothing: what lies on it is asked for again later, and stays in good standing. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DiskThatIsAwayIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MEBIBYTES = 4;

    @TempDir
    private Path directory;

    @Test
    void aSealedCopyOnADiskThatWasShutDownIsNotWithdrawn() throws Exception {
        try (MendableDisk disk = new MendableDisk(directory, 256);
                TrialSource mali = TrialSource.ofChunks(MEBIBYTES, directory.resolve("ml"));
                TrialReceiver burkina = TrialReceiver.of(disk.path(), mali)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            burkina.accept(grant);
            await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());

            DatasetVersion version = new DatasetVersion(
                    grant.terms().dataset(), grant.versionRoot().orElseThrow());
            ReplicaStore opened = new DirectoryReplicaStore(disk.path().resolve("store"), Runnable::run);

            disk.losePower();

            // As it lies on the disk, without the look for the store's name that comes first at a node.
            assertThatThrownBy(() -> opened.sealedAnew(version))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(DamagedManifestException.class);
            assertThatThrownBy(() -> burkina.verifyDesk().verify(mali.version().dataset(), (done, all) -> {}))
                    .isInstanceOfSatisfying(
                            Failure.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_READY))
                    .hasMessageContaining("says nothing of its bytes");
            assertThat(burkina.damaged().all()).isEmpty();
            assertThat(burkina.record.journaled(ReplicaDamaged.class)).isEmpty();

            disk.mend();

            assertThat(burkina.verifyDesk().verify(mali.version().dataset(), (done, all) -> {}))
                    .singleElement()
                    .isInstanceOf(CopyVerdict.Sound.class);
        }
    }

    @Test
    void aTransferWaitsForASourceWhoseFilesAreAwayAndGoesOnByItself() throws IOException {
        try (TrialSource mali = TrialSource.ofChunks(MEBIBYTES, directory.resolve("ml"));
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            Path away = Files.move(mali.origin, directory.resolve("away"));
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            burkina.accept(grant);
            await().atMost(LONG)
                    .until(() -> burkina.transfer(grant).attempts() > 0
                            && burkina.transfer(grant).state() == TransferState.WAITING
                            && burkina.transfer(grant).reason().en().contains("storage does not answer now"));
            assertThat(burkina.transfer(grant).waitsFor()).isEqualTo(TransferWait.PEER);

            Files.move(away, mali.origin);

            await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());
            assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
        }
    }
}
