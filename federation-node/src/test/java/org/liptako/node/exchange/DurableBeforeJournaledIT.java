package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.store.BeliedClaims;
import org.liptako.node.exchange.store.DirectoryReplicaStore;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.exchange.store.recorded.DiskCall;
import org.liptako.node.exchange.store.recorded.RecordedDisk;
import org.liptako.node.exchange.store.recorded.Unsynced;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;

/** A whole copy over real mutual TLS onto a disk that records the order of what it is asked for, with the journal's word in its place. */
class DurableBeforeJournaledIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final DiskCall SEALED = new DiskCall.Said("sealed");

    @TempDir
    private Path directory;

    private final RecordedDisk disk = new RecordedDisk();

    @Test
    void aChunkIsOnTheDiskBeforeItIsClaimedAndTheReplicaBeforeItsSealingIsJournaled() throws IOException {
        Path folders = directory.resolve("bf/recorded");
        try (ExecutorService syncs = Executors.newVirtualThreadPerTaskExecutor();
                TrialSource mali = TrialSource.ofSmallFiles(directory.resolve("ml"), UnaryOperator.identity());
                TrialReceiver burkina = new TrialReceiver(
                        State.BF,
                        directory.resolve("bf"),
                        mali,
                        mali.server().port(),
                        Clock.systemUTC(),
                        config -> new DirectoryReplicaStore(disk.of(folders), syncs))) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            Manifest manifest = mali.held(grant).manifest();
            burkina.record.watch(event -> {
                if (event instanceof ReplicaSealed) {
                    disk.say("sealed");
                }
            });
            mali.hear(grant);
            burkina.accept(grant);
            await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());

            BeliedClaims claims = BeliedClaims.in(disk.calls(), manifest, folders);
            assertThat(claims.belied()).isEmpty();
            assertThat(claims.claimed()).isEqualTo(manifest.header().chunks());
            isInQuarantineAndSyncedWhenItIsJournaled(
                    folders.resolve("quarantine"), manifest.header().version());
        }
    }

    private void isInQuarantineAndSyncedWhenItIsJournaled(Path quarantine, DatasetVersion version) {
        Path folder = VersionFolders.folder(quarantine, version);
        List<DiskCall> calls = new ArrayList<>(disk.calls());
        List<DiskCall> before = calls.subList(0, calls.indexOf(SEALED));
        assertThat(before)
                .anyMatch(call ->
                        call instanceof DiskCall.Moved moved && moved.to().equals(folder));
        Unsynced unsynced = new Unsynced();
        before.forEach(unsynced::apply);
        assertThat(unsynced.of(folder)).isEmpty();
    }
}
