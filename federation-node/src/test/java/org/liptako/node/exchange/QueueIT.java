package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.queue.TransferPriority;
import org.liptako.node.exchange.transfer.TransferReport;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.event.TransferDiscarded;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.pki.name.State;

/** What operators at Ouagadougou say to transfers from Bamako, over a line that is slow enough to see it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class QueueIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int CHUNKS = 24;

    private final List<AcceptedGrant> grants = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void aPausedTransferKeepsWhatHasComeAndGoesOnWithTheRest() throws IOException {
        try (TrialSource mali = source();
                SlowLine line = new SlowLine(mali.server().port(), 4 << 20);
                TrialReceiver burkina = new TrialReceiver(directory.resolve("bf"), mali, line.port())) {
            AcceptedGrant grant = accept(mali, burkina);
            await().atMost(LONG).until(() -> durable(burkina, grant) > 0);
            TransferReport moving = burkina.queue().get(grant.serial());
            assertThat(moving.transfer().state()).isEqualTo(TransferState.RUNNING);

            int held = burkina.queue().pause(new PauseScope.FromState(State.ML), "operator BF-OUA-1");
            await().atMost(LONG).until(() -> burkina.queue().get(grant.serial()).rate() == 0);
            TransferReport paused = burkina.queue().get(grant.serial());

            assertThat(held).isEqualTo(1);
            assertThat(paused.transfer().waitsFor()).isEqualTo(TransferWait.PAUSED);
            assertThat(paused.transfer().reason().en())
                    .contains("What comes from Mali is paused since", "by the operator of BF-OUA-1");
            assertThat(paused.transfer().waitsFor().advice().en()).contains("liptako replica resume");
            assertThat(paused.transfer().progress().durable()).isBetween(1, CHUNKS - 1);
            assertThat(paused.expectedEnd()).isEmpty();

            line.open();
            assertThat(burkina.queue().resume(new PauseScope.FromState(State.ML)))
                    .isTrue();

            await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.SEALED);
            assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            assertThat(burkina.transfer(grant).progress().durable()).isEqualTo(CHUNKS);
        }
    }

    @Test
    void aPauseOutlivesTheNodeAndCoversWhatComesAfterIt() throws IOException {
        try (TrialSource mali = source();
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            burkina.queue().pause(new PauseScope.Everything(), "operator BF-OUA-1");
            AcceptedGrant grant = accept(mali, burkina);
            burkina.startAgain(grant);
            burkina.start();

            TransferReport held = burkina.queue().get(grant.serial());
            assertThat(held.transfer().waitsFor()).isEqualTo(TransferWait.PAUSED);
            assertThat(burkina.queue().pauses()).hasSize(1);
            assertThat(burkina.transfer(grant).attempts()).isZero();

            assertThat(burkina.queue().resume(new PauseScope.OneTransfer(grant.serial())))
                    .isFalse();
            assertThat(burkina.queue().resume(new PauseScope.Everything())).isTrue();

            await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.SEALED);
        }
    }

    @Test
    void aPauseDoesNotKeepWhatAnEndedGrantBrought() throws IOException {
        HandSetClock clock = new HandSetClock(Instant.now());
        try (TrialSource mali = source();
                SlowLine line = new SlowLine(mali.server().port(), 1 << 20);
                TrialReceiver burkina =
                        new TrialReceiver(State.BF, directory.resolve("bf"), mali, line.port(), clock)) {
            AcceptedGrant grant = accept(mali, burkina);
            await().atMost(LONG).until(() -> burkina.transfer(grant).attempts() == 1);
            burkina.queue().pause(new PauseScope.Everything(), "operator BF-OUA-1");
            clock.advance(Duration.ofHours(2));

            await().atMost(LONG).until(() -> {
                burkina.queue().limitsChanged();
                return burkina.transfer(grant).state() == TransferState.DISCARDED;
            });

            assertThat(burkina.queue().pauses()).hasSize(1);
            assertThat(burkina.record.journaled(TransferDiscarded.class)).hasSize(1);
        }
    }

    @Test
    void thePriorityIsTheOperationsUntilAnOperatorSaysOtherwise() throws IOException {
        try (TrialSource mali = source();
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            burkina.queue().pause(new PauseScope.Everything(), "operator BF-OUA-1");
            AcceptedGrant first = accept(mali, burkina);
            AcceptedGrant second = accept(mali, burkina);
            assertThat(order(burkina)).containsExactly(first, second);
            assertThat(burkina.queue().get(first.serial()).transfer().order().priority())
                    .isEqualTo(TransferPriority.NORMAL);

            burkina.queue().priority(second.serial(), TransferPriority.URGENT);

            await().atMost(LONG).untilAsserted(() -> assertThat(order(burkina)).containsExactly(second, first));
        }
    }

    private List<AcceptedGrant> order(TrialReceiver receiver) {
        return receiver.queue().queue().stream()
                .flatMap(report -> grants.stream()
                        .filter(grant ->
                                grant.serial().equals(report.transfer().plan().grant())))
                .toList();
    }

    private AcceptedGrant accept(TrialSource source, TrialReceiver receiver) {
        AcceptedGrant grant = TrialGrants.plain(source.version());
        grants.add(grant);
        source.hear(grant);
        receiver.accept(grant);
        return grant;
    }

    private static int durable(TrialReceiver receiver, AcceptedGrant grant) {
        return receiver.transfer(grant).progress().durable();
    }

    private TrialSource source() throws IOException {
        return TrialSource.ofChunks(
                CHUNKS,
                directory.resolve("ml"),
                endpoint -> new TrialServer(State.ML, Clock.systemUTC(), List.of(endpoint)));
    }
}
