package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.placement.AcceptedGrant;

/** A new version of a dataset whose former version is at the receiver: what it has already is not sent again. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DeltaIT {
    private static final int FILES = 200;
    private static final int BYTES = 64 << 10;

    @TempDir
    Path directory;

    @Test
    void oneChunkInAHundredChangedMovesLessThanOneAndAHalfPerCent() throws IOException {
        bytesOfTheSecond(TrialGrants::plain, BYTES * FILES * 15L / 1_000);
    }

    @Test
    void anEncryptedCopyMovesAsLittle() throws IOException {
        // The encrypted list of files changes whole; it weighs some kilobytes here, whatever the files do.
        bytesOfTheSecond(TrialGrants::encrypted, BYTES * FILES * 15L / 1_000 + 32_768);
    }

    private void bytesOfTheSecond(Function<VersionPublished, AcceptedGrant> grants, long most) throws IOException {
        Path files = directory.resolve("ml/publish/files");
        write(files);
        try (TrialSource mali = new TrialSource(
                        directory.resolve("ml"), directory.resolve("ml/publish"), UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            sealed(mali, burkina, grants.apply(mali.version()));
            change(files);
            mali.publishAgain();
            AcceptedGrant second = grants.apply(mali.version());

            Transfer moved = sealed(mali, burkina, second);

            assertThat(moved.progress().received().bytes()).isPositive().isLessThan(most);
            if (!Boolean.TRUE.equals(second.terms().encrypted())) {
                assertThat(SampleTree.contents(burkina.sealed(second))).isEqualTo(SampleTree.contents(files));
            }
        }
    }

    @Test
    void aDamagedOldCopyGivesOnlyWhatIsStillRight() throws IOException {
        Path files = directory.resolve("ml/publish/files");
        write(files);
        try (TrialSource mali = new TrialSource(
                        directory.resolve("ml"), directory.resolve("ml/publish"), UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant first = TrialGrants.plain(mali.version());
            sealed(mali, burkina, first);
            Path damaged = burkina.sealed(first).resolve("n007");
            Files.write(damaged, new byte[] {1, 2, 3}, StandardOpenOption.WRITE);
            Files.delete(burkina.sealed(first).resolve("n008"));
            change(files);
            mali.publishAgain();
            AcceptedGrant second = TrialGrants.plain(mali.version());

            Transfer moved = sealed(mali, burkina, second);

            assertThat(SampleTree.contents(burkina.sealed(second))).isEqualTo(SampleTree.contents(files));
            assertThat(moved.progress().received().bytes()).isEqualTo(4L * BYTES);
        }
    }

    private static void write(Path files) throws IOException {
        Files.createDirectories(files.resolve("moved"));
        Random random = new Random(6);
        byte[] content = new byte[BYTES];
        for (int i = 0; i < FILES; i++) {
            random.nextBytes(content);
            Files.write(files.resolve("n%03d".formatted(i)), content);
        }
    }

    /** Two of two hundred files change, and ten move. */
    private static void change(Path files) throws IOException {
        byte[] content = new byte[BYTES];
        new Random(7).nextBytes(content);
        Files.write(files.resolve("n050"), content);
        content[0]++;
        Files.write(files.resolve("n150"), content);
        for (int i = 100; i < 110; i++) {
            Files.move(files.resolve("n" + i), files.resolve("moved/m" + i));
        }
    }

    private static Transfer sealed(TrialSource mali, TrialReceiver burkina, AcceptedGrant grant) {
        mali.hear(grant);
        burkina.accept(grant);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> burkina.transfer(grant).confirmed()
                        || burkina.transfer(grant).state() == TransferState.STOPPED);
        Transfer ended = burkina.transfer(grant);
        assertThat(ended.state()).as(ended.reason().en()).isEqualTo(TransferState.SEALED);
        return ended;
    }
}
