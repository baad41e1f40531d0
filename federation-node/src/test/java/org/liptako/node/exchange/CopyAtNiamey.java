package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.repair.CopyVerdict;
import org.liptako.node.exchange.repair.RepairDesk;
import org.liptako.node.exchange.repair.RepairWatch;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Niger has sealed a copy of Mali's; what becomes of it is the test's. Real PostgreSQL, a real directory, nodes over real TLS. */
@SuppressWarnings("NullAway.Init") // Made before each test.
abstract class CopyAtNiamey {
    static final Duration LONG = Duration.ofSeconds(60);

    private static final int LINE = 64 << 20;

    @TempDir
    Path directory;

    TrialSource mali;
    TrialReceiver niger;
    AcceptedGrant nigers;
    DatasetVersion version;

    private final int mebibytes;

    /** @param mebibytes of the copy's one file, and so many chunks */
    CopyAtNiamey(int mebibytes) {
        this.mebibytes = mebibytes;
    }

    @BeforeEach
    void nigerHasSealedACopy() throws IOException {
        mali = TrialSource.ofChunks(mebibytes, directory.resolve("ml"));
        niger = new TrialReceiver(
                State.NE,
                directory.resolve("ne"),
                List.of(TrialReceiver.peer(
                        mali.server(), State.ML, mali.server().port())),
                UnaryOperator.identity());
        nigers = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(nigers);
        niger.accept(nigers);
        await().atMost(LONG).until(() -> niger.transfer(nigers).confirmed());
        version = new DatasetVersion(
                nigers.terms().dataset(), nigers.versionRoot().orElseThrow());
    }

    @AfterEach
    void close() {
        niger.close();
        mali.close();
    }

    /** What Niger's node says of the copy, having read it again. */
    List<CopyVerdict> verify() {
        return niger.verifyDesk().verify(version.dataset(), (done, all) -> {});
    }

    /** How the copy stands by Niger's journal. */
    ReplicaStatus status() {
        return niger.record
                .own()
                .registry()
                .replica(version.dataset(), niger.record.own().site())
                .orElseThrow()
                .state()
                .status();
    }

    /** The copy is byte for byte what Mali has published. */
    void isWhatMaliPublished() throws IOException {
        assertThat(SampleTree.contents(niger.sealed(nigers))).isEqualTo(SampleTree.contents(mali.origin));
    }

    /** Changes a byte of a chunk of the copy, as a disk may. */
    void damage(int chunk) throws IOException {
        damage(niger.sealed(nigers).resolve("large.bin"), chunk);
    }

    static void damage(Path path, int chunk) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek((long) chunk << 20);
            int was = file.read();
            file.seek((long) chunk << 20);
            file.write(was ^ 1);
        }
    }

    /** The grant of the copy is over, by Mali's record. */
    void theGrantHasEnded() {
        mali.record
                .own()
                .jdbi()
                .useHandle(handle -> handle.execute("UPDATE exchange_grant SET expires = now() - interval '1 day'"));
    }

    /** Mali has read in Niger's journal that the copy was sealed, and damaged. */
    void maliHearsOfTheDamage() {
        niger.record.journaled(ReplicaSealed.class).forEach(entry -> mali.record.hear(State.NE, entry));
        niger.record.journaled(ReplicaDamaged.class).forEach(entry -> mali.record.hear(State.NE, entry));
    }

    /** All that Burkina Faso gets of the two is right. */
    void burkinaFetchesFromBoth() throws IOException {
        try (SlowLine line = new SlowLine(mali.server().port(), LINE);
                TrialReceiver burkina = new TrialReceiver(
                        State.BF,
                        directory.resolve("bf"),
                        List.of(
                                TrialReceiver.peer(mali.server(), State.ML, line.port()),
                                TrialReceiver.peer(
                                        niger.server(), State.NE, niger.server().port())),
                        UnaryOperator.identity())) {
            burkina.record.hear(mali.record);
            burkina.record.hear(niger.record);
            AcceptedGrant grant = TrialGrants.plain(mali.version(), State.BF);
            mali.hear(grant);
            var now = Clock.systemUTC().instant();
            niger.record.hear(State.ML, TrialGrants.granted(grant, now));
            niger.record.hear(State.BF, TrialGrants.taken(grant, now));
            burkina.accept(grant);
            await().atMost(LONG).until(() -> burkina.transfer(grant).confirmed());
            assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            assertThat(burkina.transfer(grant).progress().wrong()).isZero();
        }
    }

    /** As a node does all the time. */
    void mendsByItself(RepairDesk desk) {
        try (RepairWatch watch = new RepairWatch(niger.damaged(), desk, Clock.systemUTC())) {
            watch.start();
            await().atMost(LONG).until(() -> niger.damaged().all().isEmpty());
        }
    }

    /** As the journals say: Niger's is not the last one. */
    void burkinaHasACopyToo() {
        Instant now = Clock.systemUTC().instant();
        GrantSerial serial = TrialGrants.plain(mali.version(), State.BF).serial();
        SiteId capital = TrialRegion.capital(State.BF);
        niger.record.hear(
                State.BF, new ReplicaSealed(now, serial, version.dataset(), capital, version.root(), mebibytes, false));
        niger.record.hear(
                State.ML, new ReplicaGiven(now, serial, version.dataset(), capital, version.root(), mebibytes));
    }
}
