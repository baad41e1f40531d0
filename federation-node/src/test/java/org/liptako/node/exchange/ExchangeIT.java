package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.FetchResponse;
import org.liptako.node.exchange.DeviantSource.Deviation;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.placement.AcceptedGrant;

/** A copy goes from Bamako to Ouagadougou: two nodes' exchange over real mutual TLS, on real files, each with its own database. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ExchangeIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void aCopyInClearIsTheSameFilesAndBothJournalsSaySo() throws IOException {
        try (TrialSource mali = smallFiles(UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            burkina.accept(grant);

            Transfer sealed = awaitEnd(burkina, grant);

            assertThat(sealed.state()).isEqualTo(TransferState.SEALED);
            assertThat(SampleTree.contents(burkina.sealed(grant)))
                    .isEqualTo(SampleTree.contents(mali.origin))
                    .hasSize(7);
            assertThat(sealed.progress().received().twice()).isZero();
            assertThat(sealed.progress().received().bytes())
                    .isEqualTo(mali.version().bytes());
            assertThat(burkina.rate()).hasValueSatisfying(rate -> {
                assertThat(rate.transfers()).isEqualTo(1);
                assertThat(rate.bytesPerSecond()).isPositive();
            });
            journalsAgree(mali, burkina, grant);
        }
    }

    @Test
    void anEncryptedCopyIsTheCiphertextThatMaliPublished() throws IOException {
        try (TrialSource mali = smallFiles(UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant grant = TrialGrants.encrypted(mali.version());
            mali.hear(grant);
            burkina.accept(grant);

            assertThat(awaitEnd(burkina, grant).state()).isEqualTo(TransferState.SEALED);

            HeldVersion given = mali.held(grant);
            HeldVersion received =
                    burkina.store().sealed(given.manifest().header().version()).orElseThrow();
            for (int chunk = 0; chunk < given.manifest().header().chunks(); chunk++) {
                assertThat(received.chunk(chunk)).as("chunk " + chunk).isEqualTo(given.chunk(chunk));
            }
            assertThat(SampleTree.contents(burkina.sealed(grant)).values())
                    .doesNotContainAnyElementsOf(
                            SampleTree.contents(mali.origin).values());
            journalsAgree(mali, burkina, grant);
        }
    }

    @Test
    void waitsForASourceThatHasNotHeardOfTheGrantYet() throws IOException {
        try (TrialSource mali = smallFiles(UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            burkina.accept(grant);
            await().atMost(LONG)
                    .until(() -> burkina.transfer(grant).reason().en().contains("NOT_KNOWN"));

            mali.hear(grant);

            assertThat(awaitEnd(burkina, grant).state()).isEqualTo(TransferState.SEALED);
        }
    }

    @Test
    void whatChangedOnTheSourcesDiskIsNotGivenAndBothSidesAreTold() throws IOException {
        try (TrialSource mali = smallFiles(UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            Path file = mali.origin.resolve("par taille/0/données-3145728.bin");
            flipABit(file);
            mali.hear(grant);
            burkina.accept(grant);

            Transfer stopped = awaitEnd(burkina, grant);

            assertThat(stopped.state()).isEqualTo(TransferState.STOPPED);
            assertThat(stopped.reason().en()).contains("BYTES_CORRUPT", "données-3145728.bin", "restore the file");
            assertThat(mali.metrics.counter("liptako.exchange.damaged").count()).isPositive();
            nothingIsBelieved(mali, burkina, grant);

            flipABit(file);
            burkina.startAgain(grant);

            assertThat(awaitEnd(burkina, grant).state()).isEqualTo(TransferState.SEALED);
            assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
        }
    }

    @Test
    void whatIsChangedOnTheWireNeverComesOutOfTls() throws IOException {
        try (TrialSource mali = smallFiles(UnaryOperator.identity());
                TamperedLine line = new TamperedLine(mali.server().port(), 2 << 20);
                TrialReceiver burkina = new TrialReceiver(directory.resolve("bf"), mali, line.port())) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            burkina.accept(grant);

            Transfer sealed = awaitEnd(burkina, grant);

            assertThat(line.tampered()).isEqualTo(1);
            assertThat(sealed.state()).isEqualTo(TransferState.SEALED);
            assertThat(sealed.progress().wrong()).isZero();
            assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            journalsAgree(mali, burkina, grant);
        }
    }

    @Test
    void refusesAWrongChunkAndCountsItAgainstASourceThatThenSendsTheRightOne() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Transfer sealed = sealed(chunks -> calls.getAndIncrement() == 0 ? lastOneWrong(chunks) : chunks);

        assertThat(sealed.progress().wrong()).isEqualTo(1);
        assertThat(sealed.progress().received().twice()).isPositive();
    }

    @Test
    void stopsAtASourceThatSendsWrongBytesAgain() throws IOException {
        Transfer stopped = stopped(ExchangeIT::lastOneWrong);

        assertThat(stopped.reason().en()).contains("not the manifest's; none was kept");
        assertThat(stopped.reason().fr()).contains("aucun n'a été gardé");
        assertThat(stopped.progress().durable()).isLessThan(stopped.progress().chunks());
    }

    @Test
    void stopsAtASourceThatSendsAChunkTwice() throws IOException {
        Transfer stopped = stopped(chunks -> {
            List<FetchResponse> twice = new ArrayList<>(chunks);
            twice.add(chunks.getFirst());
            return twice;
        });

        assertThat(stopped.reason().en()).contains("not, or no longer, asked for");
    }

    @Test
    void stopsAtASourceThatSendsAChunkThatDoesNotExist() throws IOException {
        Transfer stopped = stopped(chunks -> List.of(
                FetchResponse.newBuilder(chunks.getFirst()).setChunk(4_000).build()));

        assertThat(stopped.reason().en()).contains("4000", "not, or no longer, asked for");
        assertThat(stopped.progress().durable()).isZero();
    }

    @Test
    void stopsAtASourceThatSendsLongerChunksThanTheManifestNames() throws IOException {
        Transfer stopped = stopped(chunks -> chunks.stream()
                .map(chunk -> FetchResponse.newBuilder(chunk)
                        .setData(chunk.getData().concat(ByteString.copyFromUtf8("and more")))
                        .build())
                .toList());

        noneWasKept(stopped);
    }

    @Test
    void stopsAtASourceThatSendsShorterChunksThanTheManifestNames() throws IOException {
        Transfer stopped = stopped(chunks -> chunks.stream()
                .map(chunk -> FetchResponse.newBuilder(chunk)
                        .setData(chunk.getData().substring(1))
                        .build())
                .toList());

        noneWasKept(stopped);
    }

    private static void noneWasKept(Transfer stopped) {
        assertThat(stopped.reason().en()).contains("none was kept");
        assertThat(stopped.progress().durable()).isZero();
    }

    @Test
    void asksAgainForWhatASourceKeptBack() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Transfer sealed = sealed(chunks -> calls.getAndIncrement() < 2 ? chunks.subList(0, chunks.size() / 2) : chunks);

        assertThat(sealed.progress().wrong()).isZero();
        assertThat(sealed.progress().received().twice()).isZero();
    }

    @Test
    void goesOnAfterASourceThatSentNothing() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Transfer sealed = sealed(chunks -> calls.getAndIncrement() < 2 ? List.of() : chunks);

        assertThat(sealed.attempts()).isGreaterThan(1);
    }

    @Test
    void chunksThatComeInAnotherOrderFindTheirPlaceByTheirNumber() throws IOException {
        Transfer sealed = sealed(List::reversed);

        assertThat(sealed.progress().wrong()).isZero();
        assertThat(sealed.attempts()).isEqualTo(1);
    }

    /** A transfer that this source's answers do not keep from ending well. */
    private Transfer sealed(Deviation deviation) throws IOException {
        return fetched(deviation, TransferState.SEALED);
    }

    /** A transfer that ends by this source's answers, and leaves nothing behind that is believed. */
    private Transfer stopped(Deviation deviation) throws IOException {
        return fetched(deviation, TransferState.STOPPED);
    }

    private Transfer fetched(Deviation deviation, TransferState expected) throws IOException {
        AtomicReference<HeldVersion> held = new AtomicReference<>();
        UnaryOperator<BindableService> deviant = honest -> new DeviantSource(honest, held::get, deviation);
        try (TrialSource mali = smallFiles(deviant);
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            held.set(mali.held(grant));
            mali.hear(grant);
            burkina.accept(grant);
            Transfer ended = awaitEnd(burkina, grant);
            assertThat(ended.state()).as(ended.reason().en()).isEqualTo(expected);
            assertThat(burkina.metrics.counter("liptako.exchange.wrong").count())
                    .isEqualTo(ended.progress().wrong());
            if (expected == TransferState.SEALED) {
                assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
                journalsAgree(mali, burkina, grant);
            } else {
                nothingIsBelieved(mali, burkina, grant);
            }
            return ended;
        }
    }

    private TrialSource smallFiles(UnaryOperator<BindableService> answers) throws IOException {
        return TrialSource.ofSmallFiles(directory.resolve("ml"), answers);
    }

    /** Sealed and confirmed to the source, or stopped. */
    private static Transfer awaitEnd(TrialReceiver burkina, AcceptedGrant grant) {
        await().atMost(LONG)
                .until(
                        () -> burkina.transfer(grant),
                        seen -> seen.state() == TransferState.STOPPED
                                || (seen.state() == TransferState.SEALED && seen.confirmed()));
        return burkina.transfer(grant);
    }

    private static void journalsAgree(TrialSource mali, TrialReceiver burkina, AcceptedGrant grant) {
        assertThat(burkina.record.journaled(TransferStarted.class)).hasSize(1);
        ReplicaSealed sealed = only(burkina.record.journaled(ReplicaSealed.class));
        ReplicaGiven given = only(mali.record.journaled(ReplicaGiven.class));
        assertThat(sealed.grant()).isEqualTo(grant.serial()).isEqualTo(given.grant());
        assertThat(sealed.versionRoot())
                .isEqualTo(grant.versionRoot().orElseThrow())
                .isEqualTo(given.versionRoot());
        assertThat(sealed.chunks()).isEqualTo(given.chunks());
        assertThat(sealed.site()).isEqualTo(given.site());
    }

    private static void nothingIsBelieved(TrialSource mali, TrialReceiver burkina, AcceptedGrant grant)
            throws IOException {
        assertThat(burkina.record.journaled(ReplicaSealed.class)).isEmpty();
        assertThat(mali.record.journaled(ReplicaGiven.class)).isEmpty();
        assertThat(burkina.store().sealed(grant.terms().dataset())).isEmpty();
        assertThat(Files.exists(burkina.sealed(grant))).isFalse();
    }

    private static <T> T only(List<T> entries) {
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static List<FetchResponse> lastOneWrong(List<FetchResponse> chunks) {
        byte[] wrong = chunks.getLast().getData().toByteArray();
        new Random(wrong.length).nextBytes(wrong);
        List<FetchResponse> changed = new ArrayList<>(chunks);
        changed.set(
                chunks.size() - 1,
                FetchResponse.newBuilder(chunks.getLast())
                        .setData(ByteString.copyFrom(wrong))
                        .build());
        return changed;
    }

    private static void flipABit(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(2 << 20);
            int was = file.read();
            file.seek(2 << 20);
            file.write(was ^ 1);
        }
    }
}
