package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.TransferDiscarded;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;

/** A grant ends, or its rule is withdrawn, while chunks come under it: what had come is kept apart, then erased or gone on with. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LapsedTransferIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MEBIBYTES = 64;
    private static final int BYTES_A_SECOND = 4 << 20;
    private static final String RULE = "Rule BF-7 was withdrawn (Act 010-2004/AN, article 24).";

    @TempDir
    private Path directory;

    private final JumpingClock clock = new JumpingClock();
    private TrialSource mali;
    private SlowLine line;
    private TrialReceiver burkina;

    @BeforeEach
    void theNodesStand() throws IOException {
        mali = TrialSource.ofChunks(MEBIBYTES, directory.resolve("ml"));
        line = new SlowLine(mali.server().port(), BYTES_A_SECOND);
        burkina = new TrialReceiver(State.BF, directory.resolve("bf"), mali, line.port(), clock);
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        burkina.close();
        mali.close();
    }

    @Test
    void aGrantThatEndsEndsTheTransferAndWhatCameIsErasedAndJournaled() throws IOException {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        begin(grant);
        assertThat(burkina.store().partial(version(grant))).isPresent();

        clock.jump(Duration.ofHours(2));
        await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.DISCARDED);

        assertThat(burkina.transfer(grant).reason().en()).startsWith("The grant ended before the copy was whole");
        assertThat(burkina.store().partial(version(grant))).isEmpty();
        assertThat(burkina.record.journaled(TransferDiscarded.class)).hasSize(1);
        assertThat(burkina.record.journaled(ReplicaSealed.class)).isEmpty();
        assertThat(Files.exists(burkina.sealed(grant))).isFalse();
    }

    @Test
    void aRuleThatIsWithdrawnStopsTheTransferWithItsArticleAndANewGrantGoesOnFromWhatCame(TestReporter figures)
            throws IOException {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        begin(grant);
        await().atMost(LONG).until(() -> burkina.transfer(grant).progress().durable() > 0);

        long began = System.nanoTime();
        mali.record.withdrawn(grant, RULE);
        await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.STOPPED);
        figures.publishEntry(
                "stopped by the source after ms",
                Long.toString(Duration.ofNanos(System.nanoTime() - began).toMillis()));

        Transfer stopped = burkina.transfer(grant);
        assertThat(stopped.reason().en()).contains("GRANT_NOT_USABLE", RULE);
        int durable = stopped.progress().durable();
        assertThat(durable).isPositive().isLessThan(MEBIBYTES);
        isKeptApart(grant);

        burkina.record.withdrawn(grant, RULE);
        line.open();
        burkina.startAgain(grant);
        await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.STOPPED);
        assertThat(burkina.transfer(grant).progress().durable()).isEqualTo(durable);

        AcceptedGrant anew = TrialGrants.plain(mali.version());
        mali.hear(anew);
        burkina.accept(anew);
        await().atMost(LONG).until(() -> burkina.transfer(anew).confirmed());

        assertThat(burkina.transfer(anew).progress().received().bytes())
                .isLessThanOrEqualTo(
                        mali.version().bytes() + stopped.progress().received().bytes() - ((long) durable << 20));
        assertThat(SampleTree.contents(burkina.sealed(anew))).isEqualTo(SampleTree.contents(mali.origin));
        assertThat(burkina.record.journaled(ReplicaSealed.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.grant()).isEqualTo(anew.serial()));
    }

    private void begin(AcceptedGrant grant) {
        mali.hear(grant);
        burkina.accept(grant);
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> burkina.transfer(grant).progress().received().bytes() > 0);
    }

    /** What came is neither served nor in the way of anything. */
    private void isKeptApart(AcceptedGrant grant) throws IOException {
        assertThat(burkina.store().sealed(version(grant))).isEmpty();
        assertThat(burkina.store().partial(version(grant))).isPresent();
        assertThat(burkina.record.journaled(ReplicaSealed.class)).isEmpty();
    }

    private static DatasetVersion version(AcceptedGrant grant) {
        return new DatasetVersion(grant.terms().dataset(), grant.versionRoot().orElseThrow());
    }
}
