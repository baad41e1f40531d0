package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.StagedClaims;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;

/** The receiver's disk breaks for real in the middle of a copy: the copy stops with one clear line, believes nothing that is not there, and goes on. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BrokenDiskIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MEBIBYTES = 48;
    private static final int BYTES_A_SECOND = 8 << 20;
    private static final long MOST_TWICE = 64L << 20;

    @TempDir
    private Path directory;

    private MendableDisk disk;
    private TrialSource mali;
    private SlowLine line;
    private TrialReceiver burkina;
    private AcceptedGrant grant;

    @BeforeEach
    void aCopyIsUnderWay() throws IOException, InterruptedException {
        disk = new MendableDisk(directory, 256);
        mali = TrialSource.ofChunks(MEBIBYTES, directory.resolve("ml"));
        line = new SlowLine(mali.server().port(), BYTES_A_SECOND);
        burkina = new TrialReceiver(disk.path(), mali, line.port());
        grant = TrialGrants.plain(mali.version());
        mali.hear(grant);
        burkina.accept(grant);
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> burkina.transfer(grant).progress().durable() > 0);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        if (mali != null) {
            line.close();
            burkina.close();
            mali.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void losesItsPowerAndWhatWasClaimedIsThere() throws IOException, InterruptedException {
        disk.losePower();
        Transfer stopped = stopped("does not write or sync");

        disk.mend();

        assertThat(StagedClaims.proved(disk.path().resolve("store"), version()))
                .isBetween(stopped.progress().durable(), MEBIBYTES - 1);
        goesOn();
    }

    @Test
    void becomesReadOnlyAndWhatWasClaimedIsThere() throws IOException, InterruptedException {
        disk.becomeReadOnly();
        Transfer stopped = stopped("does not write or sync");

        disk.mend();

        assertThat(StagedClaims.proved(disk.path().resolve("store"), version()))
                .isBetween(stopped.progress().durable(), MEBIBYTES - 1);
        goesOn();
    }

    @Test
    void isFullAndThenNoLonger() throws IOException {
        disk.fill();
        stopped("space");
        burkina.startAgain(grant);
        stopped("There is no room");

        disk.empty();

        goesOn();
    }

    private Transfer stopped(String words) throws IOException {
        await().atMost(LONG)
                .until(() -> burkina.transfer(grant).state() == TransferState.STOPPED
                        && burkina.transfer(grant).reason().en().contains(words));
        Transfer stopped = burkina.transfer(grant);
        assertThat(stopped.reason().en()).contains("start the transfer again").doesNotContain("\n");
        assertThat(stopped.reason().fr()).contains("relancez le transfert");
        assertThat(burkina.record.journaled(ReplicaSealed.class)).isEmpty();
        return stopped;
    }

    private void goesOn() throws IOException {
        line.open();
        burkina.startAgain(grant);
        await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());
        Transfer sealed = burkina.transfer(grant);
        assertThat(sealed.progress().received().twice()).isLessThanOrEqualTo(MOST_TWICE);
        assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
    }

    private DatasetVersion version() {
        return new DatasetVersion(grant.terms().dataset(), grant.versionRoot().orElseThrow());
    }
}
