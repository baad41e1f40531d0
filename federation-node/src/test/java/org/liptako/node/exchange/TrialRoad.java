package org.liptako.node.exchange;

import static java.util.Objects.requireNonNull;

import io.grpc.BindableService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ExportDiskRequest;
import org.liptako.exchange.v1.ExportDiskResponse;
import org.liptako.exchange.v1.ImportDiskRequest;
import org.liptako.exchange.v1.ImportDiskResponse;
import org.liptako.exchange.v1.ImportedDisk;
import org.liptako.exchange.v1.ListDisksRequest;
import org.liptako.exchange.v1.RecordLostDiskRequest;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.exchange.courier.CourierDisks;
import org.liptako.node.exchange.courier.CourierFactory;
import org.liptako.node.exchange.courier.ExportStore;
import org.liptako.node.exchange.courier.key.CourierKeys;
import org.liptako.node.exchange.courier.key.KeyRetirement;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.TrialClient;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.peer.TrialPeers;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;

/**
 * Bamako and Ouagadougou with a road between them: copies go by disk, in small containers, for the line from Ouagadougou to Bamako is cut until a test opens
 * it. Each end has both desks; Bamako takes nothing and Ouagadougou gives nothing.
 */
final class TrialRoad implements AutoCloseable {
    /** Room for a mebibyte and a little: so a few mebibytes make several containers. */
    static final long CONTAINER = (2 << 20) + (200 << 10);

    final TrialSource mali;
    final TrialReceiver burkina;
    final Path garage;
    private final Path parking;
    private final SlowLine line;
    private final CourierKeys keys;
    private final KeyRetirement retirement;
    private final TrialServer giving;
    private final TrialServer taking;
    private final TrialPeers peers;
    private final TrialClient giver;
    private final TrialClient taker;
    private final TurningClock clock = new TurningClock();

    TrialRoad(Path home, int mebibytes) throws IOException {
        mali = TrialSource.ofChunks(
                mebibytes,
                home.resolve("ml"),
                endpoint -> new TrialServer(State.ML, Clock.systemUTC(), List.of(endpoint)));
        line = new SlowLine(mali.server().port(), 64 << 20);
        line.cut();
        burkina = new TrialReceiver(home.resolve("bf"), mali, line.port());
        garage = Files.createDirectories(home.resolve("ml/courier"));
        parking = Files.createDirectories(home.resolve("bf/courier"));
        Clock system = Clock.systemUTC();
        CourierFactory room = new CourierFactory(CONTAINER);
        ExchangeConfig bf = config(home.resolve("bf"), parking);
        keys = room.keys(bf, burkina.record.own().jdbi(), system);
        retirement = room.retirement(keys, burkina.record.grants(), burkina.transfers(), system);
        taking = new TrialServer(
                State.BF,
                system,
                List.of(
                        room.keyEndpoint(
                                burkina.record.own(),
                                burkina.record.grants(),
                                burkina.transfers(),
                                keys,
                                TrialRegion.node(State.BF, system).signer()),
                        taking(room, bf)));
        peers = new TrialPeers(
                mali.server(),
                new PeerConfig(
                        State.BF,
                        TrialRegion.capital(State.BF),
                        "127.0.0.1",
                        taking.port(),
                        taking.identity().serverName()));
        giving = new TrialServer(State.ML, system, List.of(giving(room, config(home.resolve("ml"), garage))));
        giver = TrialClient.of(giving, TrialRegion.operator(State.ML));
        taker = TrialClient.of(taking, TrialRegion.operator(State.BF));
    }

    /** The clock of whoever writes and reads disks. */
    TurningClock clock() {
        return clock;
    }

    /** The line works again. */
    void openTheLine() {
        line.open();
    }

    /** A grant that both have accepted. */
    AcceptedGrant grant() {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        mali.hear(grant);
        burkina.accept(grant);
        return grant;
    }

    CourierDisk write(AcceptedGrant grant, String directory, UnaryOperator<ExportDiskRequest.Builder> how)
            throws IOException {
        Files.createDirectories(garage.resolve(directory));
        Iterator<ExportDiskResponse> responses = CourierServiceGrpc.newBlockingStub(giver.channel())
                .exportDisk(how.apply(ExportDiskRequest.newBuilder()
                                .setGrant(grant.serial().value())
                                .setDirectory(directory))
                        .build());
        CourierDisk written = null;
        while (responses.hasNext()) {
            written = responses.next().getDisk();
        }
        return requireNonNull(written);
    }

    /** Writes every disk of a copy, each in a directory of its number. */
    List<CourierDisk> writeAll(AcceptedGrant grant, long capacity) throws IOException {
        CourierDisk first = write(grant, "1", request -> request.addCapacities(capacity));
        List<CourierDisk> disks = new ArrayList<>(List.of(first));
        for (int disk = 2; disk <= first.getDisks(); disk++) {
            disks.add(write(grant, Integer.toString(disk), UnaryOperator.identity()));
        }
        return disks;
    }

    /** The directory of a disk at Ouagadougou. */
    Path carry(String directory) throws IOException {
        return Files.move(garage.resolve(directory), parking.resolve(directory));
    }

    ImportedDisk read(String directory) {
        Iterator<ImportDiskResponse> responses = CourierServiceGrpc.newBlockingStub(taker.channel())
                .importDisk(
                        ImportDiskRequest.newBuilder().setDirectory(directory).build());
        ImportedDisk imported = null;
        while (responses.hasNext()) {
            imported = responses.next().getImported();
        }
        return requireNonNull(imported);
    }

    long lose(AcceptedGrant grant, int disk, String note) {
        return CourierServiceGrpc.newBlockingStub(giver.channel())
                .recordLostDisk(RecordLostDiskRequest.newBuilder()
                        .setGrant(grant.serial().value())
                        .setDisk(disk)
                        .setNote(note)
                        .build())
                .getJournalIndex();
    }

    /** As Bamako tells of them. */
    List<CourierDisk> disks(AcceptedGrant grant) {
        return CourierServiceGrpc.newBlockingStub(giver.channel())
                .listDisks(ListDisksRequest.newBuilder()
                        .setGrant(grant.serial().value())
                        .build())
                .getDisksList();
    }

    /** The keys that Ouagadougou has. */
    CourierKeys keys() {
        return keys;
    }

    /** From now on it destroys those that have served. */
    void retireKeys() {
        retirement.start();
    }

    Path parking() {
        return parking;
    }

    @Override
    public void close() throws IOException {
        retirement.close();
        giver.close();
        taker.close();
        giving.close();
        taking.close();
        peers.close();
        burkina.close();
        mali.close();
        line.close();
    }

    private BindableService giving(CourierFactory room, ExchangeConfig config) {
        var own = mali.record.own();
        return endpoint(
                room,
                config,
                new End(
                        own,
                        mali.record.grants(),
                        new TransferStore(own.jdbi(), own.clock()),
                        peers,
                        mali.server().identity()));
    }

    private BindableService taking(CourierFactory room, ExchangeConfig config) {
        return endpoint(
                room,
                config,
                new End(
                        burkina.record.own(),
                        burkina.record.grants(),
                        burkina.transfers(),
                        burkina.peers(),
                        burkina.server().identity()));
    }

    /** One of the two nodes. */
    private record End(
            SiteRecord own, GrantLedger grants, TransferStore transfers, PeerChannels channels, NodeIdentity identity) {
        SiteRecord by(Clock clock) {
            return new SiteRecord(own.site(), own.jdbi(), own.journal(), own.registry(), clock);
        }
    }

    private BindableService endpoint(CourierFactory room, ExchangeConfig config, End end) {
        SiteRecord own = end.by(clock);
        var verifier = end.identity().verifier();
        var signer = end.identity().signer();
        ExportStore exports = room.exports(own.jdbi());
        CourierDisks disks = room.disks(own, end.grants(), end.transfers());
        return room.endpoint(
                own,
                end.grants(),
                exports,
                disks,
                room.exportDesk(
                        own, end.grants(), mali.holdings(), end.channels(), verifier, signer, exports, disks, config),
                room.importDesk(
                        own,
                        end.grants(),
                        keys,
                        end.transfers(),
                        burkina.store(),
                        verifier,
                        burkina.wire(),
                        disks,
                        config));
    }

    private static ExchangeConfig config(Path home, Path courier) {
        return new ExchangeConfig(home.resolve("store"), home.resolve("publish"), home.resolve("keys"), courier);
    }
}
