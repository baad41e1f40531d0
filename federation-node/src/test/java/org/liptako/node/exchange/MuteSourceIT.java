package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;

/** The one source there is takes the call, keeps its connection alive and never answers. A receiver listens to that for as long as it has patience. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MuteSourceIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    /** A node has thirty seconds of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    private Path directory;

    @Test
    void theTransferWaitsWithOneClearLineAndGoesOnByItselfOnceTheSourceAnswers() throws IOException {
        MuteFetch mute = new MuteFetch();
        try (TrialSource mali = TrialSource.ofSmallFiles(directory.resolve("ml"), mute::over);
                TrialReceiver burkina = TrialReceiver.impatient(directory.resolve("bf"), mali, PATIENCE)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            burkina.accept(grant);
            await().atMost(LONG)
                    .until(() -> burkina.transfer(grant).attempts() > 0
                            && burkina.transfer(grant).state() == TransferState.WAITING);
            Transfer waiting = burkina.transfer(grant);

            assertThat(mute.held()).isPositive();
            assertThat(waiting.waitsFor()).isEqualTo(TransferWait.LINK);
            assertThat(waiting.reason().en())
                    .isEqualTo("The source (Mali) sends nothing any more; the transfer goes on by itself.");
            assertThat(waiting.progress().durable()).isZero();
            assertThat(burkina.record.journaled(ReplicaSealed.class)).isEmpty();

            mute.findItsVoice();
            await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());

            assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            assertThat(burkina.transfer(grant).progress().received().twice()).isZero();
        }
    }
}
