package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.pki.name.State;

/** The line to the source is gone: it is dialled while the copy waits. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LostLineIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void aCopyGoesOnOnceTheLineIsBackHoweverLongItWasToWaitForItsNextTry() throws IOException {
        try (TrialSource mali = TrialSource.ofChunks(3, directory.resolve("ml"));
                SlowLine line = new SlowLine(mali.server().port(), 64 << 20)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            // It stands still: the time of the next try never comes.
            HandSetClock clock = new HandSetClock(Instant.now());
            try (TrialReceiver burkina =
                    new TrialReceiver(State.BF, directory.resolve("bf"), mali, line.port(), clock)) {
                line.cut();
                burkina.accept(grant);
                await().atMost(LONG).until(() -> burkina.transfer(grant).waitsFor() == TransferWait.LINK);

                line.open();

                await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());
                assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            }
        }
    }
}
