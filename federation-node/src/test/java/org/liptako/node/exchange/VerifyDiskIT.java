package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.recognition.RecognitionFactory;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;

/** A disk that says it has written, and has other bytes: found before the copy is sealed, where that was asked for. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Each test begins by having the receiver made.
class VerifyDiskIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MEBIBYTES = 5;

    @TempDir
    private Path directory;

    /** How often more the disk loses the third chunk of what is written. */
    private final AtomicInteger losses = new AtomicInteger();

    private TrialSource mali;
    private TrialReceiver burkina;
    private AcceptedGrant grant;

    @BeforeEach
    void aCopyIsOrderedThatIsToBeReadAgain() throws IOException {
        SampleTree.large(directory.resolve("publish/files"), MEBIBYTES);
        mali = new TrialSource(directory.resolve("ml"), directory.resolve("publish"), UnaryOperator.identity());
        burkina = new TrialReceiver(
                State.BF,
                directory.resolve("bf"),
                mali,
                mali.server().port(),
                Clock.systemUTC(),
                config -> losing(new RecognitionFactory().open(config)));
        burkina.queue().pause(new PauseScope.Everything(), "an operator");
        grant = TrialGrants.plain(mali.version());
        mali.hear(grant);
        burkina.accept(grant);
        assertThat(burkina.queue()
                        .start(grant.serial(), true)
                        .transfer()
                        .order()
                        .verifyDisk())
                .isTrue();
    }

    @AfterEach
    void close() {
        burkina.close();
        mali.close();
    }

    @Test
    void whatTheDiskLostIsFetchedOnceMoreAndTheCopySealed() throws IOException {
        losses.set(1);
        burkina.queue().resume(new PauseScope.Everything());
        await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());

        assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
        assertThat(burkina.transfer(grant).progress().received().bytes())
                .isGreaterThanOrEqualTo((MEBIBYTES + 1L) << 20);
    }

    @Test
    void aDiskThatLosesItAgainStopsTheTransferWithOneClearLine() {
        losses.set(Integer.MAX_VALUE);
        burkina.queue().resume(new PauseScope.Everything());
        await().atMost(LONG).until(() -> burkina.transfer(grant).state() == TransferState.STOPPED);

        Transfer stopped = burkina.transfer(grant);
        assertThat(stopped.waitsFor()).isEqualTo(TransferWait.DISK);
        assertThat(stopped.reason().en()).contains("replace this disk");
        assertThat(burkina.record.journaled(ReplicaSealed.class)).isEmpty();
    }

    private ReplicaStore losing(ReplicaStore store) {
        return (ReplicaStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ReplicaStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (method.getName().equals("quarantine") && losses.getAndDecrement() > 0) {
                            lose((DatasetVersion) arguments[0]);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private void lose(DatasetVersion version) throws IOException {
        Path data = VersionFolders.folder(directory.resolve("bf/store/quarantine"), version)
                .resolve("data/large.bin");
        try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
            file.seek(2L << 20);
            int was = file.read();
            file.seek(2L << 20);
            file.write(was ^ 1);
        }
    }
}
