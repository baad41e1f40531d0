package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.BindableService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.GetManifestRequest;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;

/** A manifest that takes several calls, for the line breaks, the receiver is started again, or the grant ends meanwhile. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ResumedManifestIT {
    private static final int FILES = 3_200;
    /** More than the header and the first thousand files. */
    private static final long HALF = 30_000;

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final List<BreakingManifest> sources = new CopyOnWriteArrayList<>();

    @BeforeEach
    void publish() throws IOException {
        Path files = Files.createDirectories(directory.resolve("publish/files"));
        for (int i = 0; i < FILES; i++) {
            Files.createFile(files.resolve("empty-" + i));
        }
        Files.writeString(files.resolve("full"), "A few bytes.");
    }

    @Test
    void asksAfterABreakForNoMoreThanTheRest() throws IOException {
        try (TrialSource mali = source(sent -> sent < 3);
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            burkina.accept(grant);

            awaitReleased(burkina, grant);

            assertThat(requests().stream().map(GetManifestRequest::getEntriesHeld))
                    .containsExactly(0L, 2_000L, (long) FILES + 1);
            assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            assertThat(drafts()).isEmpty();
        }
    }

    @Test
    void aReceiverThatIsStartedAgainGoesOnFromItsDisk() throws IOException {
        CountDownLatch third = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (TrialSource mali = source(sent -> sent < 3 || (held(third, over) && sent < 9))) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            try (TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
                burkina.accept(grant);
                await().atMost(LONG).until(() -> third.getCount() == 0 && draftBytes() > HALF);
            }
            over.countDown();
            try (TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
                burkina.accept(grant);
                awaitReleased(burkina, grant);
                assertThat(requests().getLast().getEntriesHeld()).isPositive();
                assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            }
        }
    }

    /** What is sealed is journaled first, then released from quarantine. */
    private static void awaitReleased(TrialReceiver receiver, AcceptedGrant grant) {
        await().atMost(LONG)
                .until(() -> receiver.transfer(grant).state() == TransferState.SEALED
                        && Files.exists(receiver.sealed(grant)));
    }

    @Test
    void aGrantThatEndsWhileItStreamsStopsTheSourceAndTheReceiverForgetsWhatCame() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        JumpingClock clock = new JumpingClock();
        try (TrialSource mali = source(sent -> sent < 3 || !held(never, never, Duration.ofMillis(700)));
                TrialReceiver burkina = new TrialReceiver(
                        State.BF, directory.resolve("bf"), mali, mali.server().port(), clock)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            burkina.accept(grant);
            await().atMost(LONG).until(() -> !drafts().isEmpty());

            mali.end(grant);
            await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.STOPPED);
            assertThat(burkina.transfer(grant).reason().en()).contains("GRANT_NOT_USABLE", "has ended");

            clock.jump(Duration.ofHours(2));
            burkina.startAgain(grant);
            await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.DISCARDED);
            assertThat(burkina.transfer(grant).reason().en()).startsWith("The grant ended");
            assertThat(drafts()).isEmpty();
        }
    }

    private TrialSource source(IntPredicate goesOn) throws IOException {
        return new TrialSource(directory.resolve("ml"), directory.resolve("publish"), (BindableService honest) -> {
            BreakingManifest breaking = new BreakingManifest(honest, goesOn);
            sources.add(breaking);
            return breaking;
        });
    }

    private List<GetManifestRequest> requests() {
        return sources.getLast().requests();
    }

    private List<Path> drafts() {
        try (Stream<Path> drafts = Files.list(directory.resolve("bf/store/drafts"))) {
            return drafts.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long draftBytes() {
        return drafts().stream().mapToLong(draft -> draft.toFile().length()).sum();
    }

    private static boolean held(CountDownLatch reached, CountDownLatch over) {
        return held(reached, over, Duration.ofSeconds(30));
    }

    private static boolean held(CountDownLatch reached, CountDownLatch over, Duration most) {
        reached.countDown();
        try {
            return over.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
