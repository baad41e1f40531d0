package org.liptako.node.exchange.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.exchange.courier.CourierDisk.Standing;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.CourierDiskExported;
import org.liptako.node.journal.event.CourierDiskImported;
import org.liptako.node.journal.event.CourierDiskLost;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.registry.Registry;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Who is heard on a disk: any State may write any serial into its own journal. */
class CourierDisksIT {
    private static final DatasetId DATASET = new DatasetId("ML-DS-008");
    private static final VersionRoot ROOT = new VersionRoot("ab".repeat(32));
    private static final GrantSerial SERIAL = new GrantSerial("ML-" + "01".repeat(16));
    private static final Digest SEAL = Digest.over(new byte[] {1});
    private static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    private static final SiteId OUAGADOUGOU = new SiteId("BF-OUA-1");
    private static final SiteId NIAMEY = new SiteId("NE-NIM-1");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final CourierProjection projection = new CourierProjection();
    private long index;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void thirdStatesEntriesAndWrongOnesChangeNothing() {
        CourierDisks disks = disksAt(State.ML, OUAGADOUGOU);
        say(State.NE, exported(NIAMEY, NIAMEY, 1, NOW));
        say(State.NE, exported(NIAMEY, OUAGADOUGOU, 1, NOW));
        say(State.NE, exported(BAMAKO, OUAGADOUGOU, 1, NOW));
        say(State.NE, imported(NIAMEY));
        say(State.NE, imported(OUAGADOUGOU));
        say(State.NE, lost(NIAMEY, OUAGADOUGOU));
        say(State.BF, exported(OUAGADOUGOU, OUAGADOUGOU, 1, NOW));
        say(State.ML, exported(BAMAKO, OUAGADOUGOU, 0, NOW));
        say(State.ML, exported(BAMAKO, OUAGADOUGOU, 1_000, NOW));
        assertThat(disks.of(SERIAL)).isEmpty();
        assertThat(disks.newest(10)).isEmpty();

        say(State.ML, exported(BAMAKO, OUAGADOUGOU, 1, NOW));
        say(State.NE, lost(NIAMEY, OUAGADOUGOU));
        say(State.NE, imported(NIAMEY));
        assertThat(disks.of(SERIAL)).hasSize(1);
        assertThat(disks.newest(10))
                .singleElement()
                .satisfies(disk -> assertThat(disk.standing()).isEqualTo(Standing.WRITTEN));

        say(State.BF, imported(OUAGADOUGOU));
        assertThat(disks.newest(10))
                .singleElement()
                .satisfies(disk -> assertThat(disk.standing()).isEqualTo(Standing.TAKEN));
    }

    @Test
    void aDiskOfACopyThatIsGivenBackIsListedByWhoGivesIt() {
        CourierDisks disks = disksAt(State.BF, BAMAKO);
        say(State.BF, exported(OUAGADOUGOU, BAMAKO, 1, NOW));
        say(State.NE, lost(NIAMEY, BAMAKO));
        assertThat(disks.newest(10))
                .singleElement()
                .satisfies(disk -> assertThat(disk.standing()).isEqualTo(Standing.WRITTEN));

        say(State.BF, lost(OUAGADOUGOU, BAMAKO));
        assertThat(disks.newest(10))
                .singleElement()
                .satisfies(disk -> assertThat(disk.standing()).isEqualTo(Standing.LOST));
    }

    @Test
    void anInstantThatNoTableHoldsIsTheOneAtWhichItWasRecorded() {
        CourierDisks disks = disksAt(State.ML, OUAGADOUGOU);
        say(State.ML, exported(BAMAKO, OUAGADOUGOU, 1, Instant.MAX));
        assertThat(disks.newest(10))
                .singleElement()
                .satisfies(disk -> assertThat(disk.latest()).isEqualTo(NOW));
        say(State.ML, exported(BAMAKO, OUAGADOUGOU, 2, Instant.MIN));
        assertThat(disks.of(SERIAL)).hasSize(2);
    }

    private CourierDisks disksAt(State own, SiteId target) {
        Clock clock = Clock.systemUTC();
        Journal journal = new Journal(database.jdbi(), own, clock, List.of());
        SiteRecord record = new SiteRecord(
                own == State.ML ? BAMAKO : OUAGADOUGOU,
                database.jdbi(),
                journal,
                new Registry(database.jdbi(), own, clock),
                clock);
        GrantLedger grants = new GrantLedger(database.jdbi());
        grants.add(new AcceptedGrant(
                SERIAL,
                new RequestId("trial-0001"),
                State.ML,
                new PlacementTerms(
                        DATASET,
                        "REPLICATE",
                        target,
                        Country.of(target.state().orElseThrow()),
                        null,
                        null,
                        false,
                        true),
                Optional.of(ROOT),
                NOW.plus(Duration.ofHours(1)),
                Digest.over(new byte[0]),
                List.of()));
        return new CourierDisks(record, grants, new TransferStore(database.jdbi(), clock));
    }

    private void say(State by, JournalEvent event) {
        database.jdbi().useTransaction(handle -> projection.apply(handle, by, index++, event, NOW));
    }

    private static CourierDiskExported exported(SiteId source, SiteId site, int disk, Instant at) {
        return new CourierDiskExported(at, SERIAL, DATASET, source, site, ROOT, disk, 3, SEAL, 4, 5);
    }

    private static CourierDiskImported imported(SiteId site) {
        return new CourierDiskImported(NOW, SERIAL, DATASET, site, ROOT, 1, 3, SEAL, 4, 0, 0);
    }

    private static CourierDiskLost lost(SiteId source, SiteId site) {
        return new CourierDiskLost(NOW, SERIAL, DATASET, source, site, ROOT, 1, 3, SEAL, "a word");
    }
}
