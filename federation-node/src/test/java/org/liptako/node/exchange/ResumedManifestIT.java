package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.BindableService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.GetManifestRequest;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.placement.AcceptedGrant;

/** A manifest that takes several calls, for the line breaks, the receiver is started again, or the grant ends meanwhile. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ResumedManifestIT {
    private static final int FILES = 3_200;
    /** More than the header and the first thousand files. */
    private static final long HALF = 30_000;

    private static final String MANIFEST = "liptako.exchange.v1.ReplicaExchangeService/GetManifest";

    @TempDir
    Path directory;

    private final AtomicReference<BreakingManifest> source = new AtomicReference<>();

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

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> burkina.transfer(grant).state() == TransferState.SEALED);

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
                await().until(() -> third.getCount() == 0 && draftBytes() > HALF);
            }
            over.countDown();
            try (TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
                burkina.accept(grant);
                await().until(() -> burkina.transfer(grant).state() == TransferState.SEALED);
                assertThat(requests().getLast().getEntriesHeld()).isPositive();
                assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            }
        }
    }

    @Test
    void aGrantThatEndsWhileItStreamsStopsTheSourceAndTheReceiverForgetsWhatCame() throws IOException {
        try (TrialSource mali = source(ResumedManifestIT::slowly);
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            Instant end = Instant.now().plusSeconds(2);
            AcceptedGrant grant = TrialGrants.ending(mali.version(), end);
            mali.hear(grant);
            burkina.accept(grant);

            await().until(() -> burkina.transfer(grant).state() == TransferState.DISCARDED);

            Transfer discarded = burkina.transfer(grant);
            assertThat(Instant.now()).isBefore(end.plusSeconds(5));
            assertThat(discarded.reason().en()).startsWith("The grant ended");
            assertThat(drafts()).isEmpty();
            await().until(() -> mali.server().calls(MANIFEST, "FAILED_PRECONDITION")
                            + mali.server().calls(MANIFEST, "CANCELLED")
                    > 0);
        }
    }

    private TrialSource source(IntPredicate goesOn) throws IOException {
        return new TrialSource(directory.resolve("ml"), directory.resolve("publish"), (BindableService honest) -> {
            BreakingManifest breaking = new BreakingManifest(honest, goesOn);
            source.set(breaking);
            return breaking;
        });
    }

    private List<GetManifestRequest> requests() {
        return Objects.requireNonNull(source.get()).requests();
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

    /** A message a second, as on a poor line. */
    private static boolean slowly(int sent) {
        return !held(new CountDownLatch(1), new CountDownLatch(1), Duration.ofSeconds(1)) && sent < 100;
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
