package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;

/** A published file is written to, cut short, taken away or replaced while it is copied: the copy stops with its name, and goes on once it is back. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ChangedSourceIT {
    private static final int MEBIBYTES = 64;
    private static final int BYTES_A_SECOND = 4 << 20;
    private static final long MOST_TWICE = 64L << 20;

    @TempDir
    Path directory;

    @Test
    void theCopyStopsWithTheNameOfTheFileAndGoesOnOnceItIsBack() throws IOException {
        SampleTree.large(directory.resolve("publish/files"), MEBIBYTES);
        try (TrialSource mali = new TrialSource(
                        directory.resolve("ml"), directory.resolve("publish"), UnaryOperator.identity());
                SlowLine line = new SlowLine(mali.server().port(), BYTES_A_SECOND);
                TrialReceiver burkina = new TrialReceiver(directory.resolve("bf"), mali, line.port())) {
            Path file = mali.origin.resolve("large.bin");
            Path saved = Files.copy(file, directory.resolve("saved"));
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            mali.hear(grant);
            burkina.accept(grant);
            await().until(() -> burkina.transfer(grant).progress().received().bytes() > 0);

            // The last chunk, which the source has not read yet.
            write(file);
            line.open();
            Transfer first = stopped(burkina, grant);
            assertThat(first.progress().durable()).isPositive();

            cutShort(file);
            stoppedAgain(burkina, grant);

            Files.delete(file);
            stoppedAgain(burkina, grant);

            Files.write(file, new byte[MEBIBYTES << 20]);
            stoppedAgain(burkina, grant);
            assertThat(burkina.record.journaled(ReplicaSealed.class)).isEmpty();

            Files.copy(saved, file, StandardCopyOption.REPLACE_EXISTING);
            burkina.startAgain(grant);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> burkina.transfer(grant).confirmed());
            Transfer sealed = burkina.transfer(grant);
            assertThat(sealed.progress().received().twice()).isLessThanOrEqualTo(MOST_TWICE);
            assertThat(sealed.progress().wrong()).isZero();
            assertThat(burkina.sealed(grant).resolve("large.bin")).hasSameBinaryContentAs(saved);
        }
    }

    private static void stoppedAgain(TrialReceiver burkina, AcceptedGrant grant) {
        int before = burkina.transfer(grant).attempts();
        burkina.startAgain(grant);
        await().until(() -> burkina.transfer(grant).attempts() > before);
        stopped(burkina, grant);
    }

    private static Transfer stopped(TrialReceiver burkina, AcceptedGrant grant) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> burkina.transfer(grant).state() == TransferState.STOPPED);
        Transfer stopped = burkina.transfer(grant);
        assertThat(stopped.reason().en())
                .contains("BYTES_CORRUPT", "large.bin", "restore the file")
                .doesNotContain("\n");
        assertThat(stopped.progress().durable()).isLessThan(MEBIBYTES);
        return stopped;
    }

    private static void write(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(open.length() - 17);
            open.write(new byte[17]);
        }
    }

    private static void cutShort(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(open.length() - 17);
        }
    }
}
