package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.BindableService;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ExportDiskRequest;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.exchange.courier.CourierDisks;
import org.liptako.node.exchange.courier.CourierFactory;
import org.liptako.node.exchange.courier.ExportStore;
import org.liptako.node.exchange.courier.key.CourierKeys;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.identity.TrialClient;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.event.CourierDiskExported;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.peer.TrialPeers;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;

/** Ouagadougou gives a copy that it has sealed back to Bamako, which has lost its own, by disk: its own disk damages that copy first. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RoadBackIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MEBIBYTES = 6;
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path directory;

    private TrialSource mali;
    private TrialReceiver burkina;
    private SlowLine line;
    private TrialReceiver bamako;
    private TrialServer keyGiver;
    private TrialPeers peers;
    private TrialServer courier;
    private TrialClient operator;
    private Path sealed;
    private AcceptedGrant back;
    private DatasetVersion version;

    @BeforeEach
    void ouagadougouHasACopyThatBamakoAwaits() throws IOException {
        mali = TrialSource.ofChunks(MEBIBYTES, directory.resolve("ml"));
        burkina = TrialReceiver.of(directory.resolve("bf"), mali);
        AcceptedGrant there = TrialGrants.plain(mali.version());
        mali.hear(there);
        burkina.accept(there);
        await().atMost(LONG).until(() -> burkina.transfer(there).confirmed());
        sealed = burkina.sealed(there);
        version =
                new DatasetVersion(there.terms().dataset(), there.versionRoot().orElseThrow());

        line = new SlowLine(burkina.server().port(), 64 << 20);
        line.cut();
        bamako = new TrialReceiver(
                State.ML,
                directory.resolve("anew"),
                List.of(TrialReceiver.peer(burkina.server(), State.BF, line.port())),
                UnaryOperator.identity());
        bamako.record.hear(burkina.record);
        back = TrialGrants.plain(mali.version(), State.ML);
        burkina.record.grants().add(back);
        bamako.accept(back);
        CourierFactory room = new CourierFactory(TrialRoad.CONTAINER);
        keyGiver = new TrialServer(State.ML, CLOCK, List.of(keys(room)));
        peers = new TrialPeers(burkina.server(), TrialReceiver.peer(keyGiver, State.ML, keyGiver.port()));
        courier = new TrialServer(State.BF, CLOCK, List.of(exports(room)));
        operator = TrialClient.of(courier, TrialRegion.operator(State.BF));
    }

    @AfterEach
    void close() throws IOException {
        operator.close();
        courier.close();
        peers.close();
        keyGiver.close();
        bamako.close();
        line.close();
        burkina.close();
        mali.close();
    }

    @Test
    void aDamagedChunkEndsTheWritingWithdrawsTheCopyAndTheDiskIsWrittenOnceItIsMended() throws Exception {
        damage(4);

        assertThatThrownBy(() -> write("1"))
                .hasMessageContaining("BYTES_CORRUPT")
                .hasMessageContaining("Chunk 4 (file \"large.bin\") of this copy is damaged")
                .hasMessageContaining("withdrawn");
        assertThat(burkina.record.journaled(ReplicaDamaged.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.versionRoot()).isEqualTo(version.root()));
        assertThat(burkina.record.journaled(CourierDiskExported.class)).isEmpty();
        assertThatThrownBy(() -> write("1"))
                .hasMessageContaining("NOT_READY")
                .hasMessageContaining("is damaged; it is withdrawn");

        assertThat(burkina.repairDesk().repair(version)).isEmpty();
        write("1");

        assertThat(burkina.record.journaled(CourierDiskExported.class)).hasSize(1);
        assertThat(directory.resolve("bf/courier/1/LIPTAKO.DSK")).exists();
        assertThat(burkina.record.journaled(ReplicaDamaged.class)).hasSize(1);
    }

    @Test
    void aStoreThatIsAwayEndsTheWritingAndTheCopyStaysInGoodStanding() throws IOException {
        // As for a node that was giving the copy a moment ago.
        assertThat(burkina.holdings().find(version)).isPresent();
        Path store = directory.resolve("bf/store");
        Path away = Files.move(store, directory.resolve("bf/away"));

        assertThatThrownBy(() -> write("1"))
                .hasMessageContaining("STORE_UNKNOWN")
                .hasMessageContaining("Mount its disk");
        Files.move(away, store);
        write("1");

        assertThat(burkina.damaged().all()).isEmpty();
        assertThat(burkina.record.journaled(ReplicaDamaged.class)).isEmpty();
        assertThat(burkina.record.journaled(CourierDiskExported.class)).hasSize(1);
    }

    private void write(String disk) throws IOException {
        Files.createDirectories(directory.resolve("bf/courier").resolve(disk));
        CourierServiceGrpc.newBlockingStub(operator.channel())
                .exportDisk(ExportDiskRequest.newBuilder()
                        .setGrant(back.serial().value())
                        .setDirectory(disk)
                        .addCapacities(1L << 30)
                        .build())
                .forEachRemaining(written -> {});
    }

    private BindableService keys(CourierFactory room) {
        CourierKeys keys = room.keys(config("anew"), bamako.record.own().jdbi(), CLOCK);
        return room.keyEndpoint(
                bamako.record.own(),
                bamako.record.grants(),
                bamako.transfers(),
                keys,
                TrialRegion.node(State.ML, CLOCK).signer());
    }

    private BindableService exports(CourierFactory room) {
        var own = burkina.record.own();
        var identity = burkina.server().identity();
        ExportStore exports = room.exports(own.jdbi());
        CourierDisks disks = room.disks(own, burkina.record.grants(), burkina.transfers());
        ExchangeConfig config = config("bf");
        return room.endpoint(
                own,
                burkina.record.grants(),
                exports,
                disks,
                room.exportDesk(
                        own,
                        burkina.record.grants(),
                        burkina.holdings(),
                        peers,
                        identity.verifier(),
                        identity.signer(),
                        exports,
                        disks,
                        config),
                room.importDesk(
                        own,
                        burkina.record.grants(),
                        room.keys(config, own.jdbi(), CLOCK),
                        burkina.transfers(),
                        burkina.store(),
                        identity.verifier(),
                        burkina.wire(),
                        disks,
                        config));
    }

    private ExchangeConfig config(String node) {
        Path home = directory.resolve(node);
        return new ExchangeConfig(
                home.resolve("store"), home.resolve("publish"), home.resolve("keys"), home.resolve("courier"));
    }

    private void damage(int chunk) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(sealed.resolve("large.bin").toFile(), "rw")) {
            file.seek((long) chunk << 20);
            int was = file.read();
            file.seek((long) chunk << 20);
            file.write(was ^ 1);
        }
    }
}
