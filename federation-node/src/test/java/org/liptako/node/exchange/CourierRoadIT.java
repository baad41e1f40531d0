package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierDiskStatus;
import org.liptako.exchange.v1.ImportedDisk;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.CourierDiskExported;
import org.liptako.node.journal.event.CourierDiskImported;
import org.liptako.node.journal.event.CourierDiskLost;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;

/** Copies by road between two nodes, on their real databases, over real mutual TLS where they talk: good disks, and bad ones. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CourierRoadIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MEBIBYTES = 12;
    /** Four chunks, in two containers: so that three disks make a copy. */
    private static final long CAPACITY = 6_800_000;

    @TempDir
    private Path directory;

    private TrialRoad road;

    @BeforeEach
    void open() throws IOException {
        road = new TrialRoad(directory, MEBIBYTES);
    }

    @AfterEach
    void close() throws IOException {
        road.close();
    }

    @Test
    void threeDisksInAnyOrderMakeTheCopyWithoutTheLine() throws IOException {
        AcceptedGrant grant = road.grant();
        List<CourierDisk> written = road.writeAll(grant, CAPACITY);
        assertThat(written).hasSize(3).extracting(CourierDisk::getChunks).containsExactly(4L, 4L, 4L);
        for (int disk = 1; disk <= 3; disk++) {
            road.carry(Integer.toString(disk));
        }

        for (String disk : new String[] {"3", "1", "2"}) {
            ImportedDisk imported = road.read(disk);
            assertThat(imported.getFaultsList()).isEmpty();
            assertThat(imported.getTaken()).isEqualTo(4);
            assertThat(imported.getSeal())
                    .isEqualTo(written.get(imported.getDisk() - 1).getSeal());
        }

        awaitSealed(grant);
        assertThat(SampleTree.contents(road.burkina.sealed(grant))).isEqualTo(SampleTree.contents(road.mali.origin));
        assertThat(road.mali.record.journaled(CourierDiskExported.class)).hasSize(3);
        assertThat(road.burkina.record.journaled(CourierDiskImported.class))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.taken()).isEqualTo(4));
        assertThat(road.burkina.record.journaled(ReplicaSealed.class)).hasSize(1);
        assertThat(road.mali.record.journaled(ReplicaGiven.class)).isEmpty();

        road.openTheLine();
        await().atMost(LONG)
                .until(() -> !road.mali.record.journaled(ReplicaGiven.class).isEmpty());
    }

    @Test
    void oneWrongOneMissingOneTwiceAndTheRestByTheLine() throws IOException {
        AcceptedGrant grant = road.grant();
        AcceptedGrant other = road.grant();
        road.writeAll(grant, CAPACITY);
        road.write(other, "wrong", request -> request.addCapacities(1L << 30));
        swapAll(road.garage.resolve("2"), road.garage.resolve("wrong"));
        for (int disk = 1; disk <= 3; disk++) {
            road.carry(Integer.toString(disk));
        }

        assertThat(road.read("1").getTaken()).isEqualTo(4);
        ImportedDisk again = road.read("1");
        assertThat(again.getTaken()).isZero();
        assertThat(again.getKnown()).isEqualTo(4);
        assertThat(again.getFaultsList()).isEmpty();
        road.keys().destroy(other.serial());
        assertRefused("2", "DISK_REFUSED", "the copy under the grant " + other.serial());
        assertThat(road.read("3").getTaken()).isEqualTo(4);
        assertThat(road.burkina.record.journaled(CourierDiskImported.class))
                .extracting(CourierDiskImported::disk)
                .containsExactly(1, 3);
        assertThat(road.burkina.transfer(grant).state()).isNotEqualTo(TransferState.SEALED);

        road.openTheLine();
        awaitSealed(grant);
        assertThat(SampleTree.contents(road.burkina.sealed(grant))).isEqualTo(SampleTree.contents(road.mali.origin));
    }

    @Test
    void aDiskForAnotherCentreOrAnotherCopysKeyIsRefused() throws IOException {
        AcceptedGrant grant = road.grant();
        road.writeAll(grant, CAPACITY);
        Path disk = road.carry("1");
        road.keys().destroy(grant.serial());

        assertRefused("1", "DISK_REFUSED", "was destroyed at");

        for (String name : new String[] {"LIPTAKO.DSK", "C0000001.LIP", "C0000002.LIP"}) {
            flip(disk.resolve(name), 9);
        }
        assertRefused("1", "DISK_REFUSED", "a key that this data centre does not have");
        Files.createDirectory(road.parking().resolve("empty"));
        assertRefused("empty", "DISK_REFUSED", "holds no file of a courier disk");
        assertRefused("../..", "INVALID_REQUEST", "liptako.exchange.courier-dir");
        assertThat(road.burkina.record.journaled(CourierDiskImported.class)).isEmpty();
    }

    @Test
    void whatIsDamagedCutOffMissingSwappedOrForeignIsToldAndTheRestIsTaken() throws IOException {
        AcceptedGrant grant = road.grant();
        road.write(grant, "1", request -> request.addCapacities(1L << 30));
        Path disk = road.carry("1");
        assertThat(road.disks(grant).getFirst().getChunks()).isEqualTo(MEBIBYTES);
        flip(disk.resolve("C0000001.LIP"), 300_000);
        cutOff(disk.resolve("C0000002.LIP"), 1_500_000);
        flip(disk.resolve("C0000003.LIP"), 2_000);
        Files.delete(disk.resolve("C0000004.LIP"));
        Files.delete(disk.resolve("C0000005.LIP"));
        Files.createSymbolicLink(disk.resolve("C0000005.LIP"), Path.of("/etc/passwd"));
        Files.move(disk.resolve("C0000006.LIP"), disk.resolve("C0000099.LIP"));
        Files.writeString(disk.resolve("photo.jpg"), "nothing of ours");

        ImportedDisk imported = road.read("1");

        assertThat(imported.getTaken()).isEqualTo(4);
        assertThat(imported.getFailed()).isEqualTo(8);
        assertThat(imported.getFaultsList())
                .extracting(Sentence::getEn)
                .containsExactlyInAnyOrder(
                        "\"photo.jpg\" is no file of a courier disk; it was not read.",
                        "1 chunk damaged or cut off in \"C0000001.LIP\"; what is missing comes otherwise.",
                        "1 chunk damaged or cut off in \"C0000002.LIP\"; what is missing comes otherwise.",
                        "The beginning of \"C0000003.LIP\" is damaged; nothing of it was taken.",
                        "\"C0000005.LIP\" is no sealed file, or its beginning is damaged; it was not read.",
                        "3 containers are missing, C0000003.LIP among them; their chunks come otherwise.");
        assertThat(imported.getFaultsList()).extracting(Sentence::getFr).noneMatch(String::isBlank);
        assertThat(road.disks(grant)).isNotEmpty();

        road.openTheLine();
        awaitSealed(grant);
        assertThat(SampleTree.contents(road.burkina.sealed(grant))).isEqualTo(SampleTree.contents(road.mali.origin));
    }

    @Test
    void withoutItsLabelADiskServesOnceTheManifestIsKnown() throws IOException {
        AcceptedGrant grant = road.grant();
        road.writeAll(grant, CAPACITY);
        Path first = road.carry("1");
        road.carry("2");
        Files.delete(first.resolve("LIPTAKO.DSK"));

        assertRefused("1", "DISK_REFUSED", "begin with another disk of the copy");
        road.read("2");
        ImportedDisk imported = road.read("1");

        assertThat(imported.getTaken()).isEqualTo(4);
        assertThat(imported.getDisk()).isEqualTo(1);
        assertThat(imported.getSeal()).isEmpty();
        assertThat(imported.getFaultsList())
                .singleElement()
                .satisfies(fault -> assertThat(fault.getEn()).contains("LIPTAKO.DSK is missing"));
    }

    @Test
    void aWriterThatWasKilledGoesOnAndALostDiskIsWrittenAnew() throws IOException {
        AcceptedGrant grant = road.grant();
        CourierDisk whole = road.write(grant, "1", request -> request.addCapacities(1L << 30));
        assertThat(road.lose(grant, 1, "Stolen at Koutiala with the car."))
                .isEqualTo(road.lose(grant, 1, "Stolen at Koutiala with the car."));
        assertThat(road.mali.record.journaled(CourierDiskLost.class)).hasSize(1);
        assertThat(road.disks(grant)).singleElement().satisfies(disk -> {
            assertThat(disk.getStatus()).isEqualTo(CourierDiskStatus.COURIER_DISK_STATUS_LOST);
            assertThat(disk.getNote()).isEqualTo("Stolen at Koutiala with the car.");
        });

        // A writer that was killed leaves what is whole, and so does one that meets a damaged chunk.
        Path source = road.mali.origin.resolve("large.bin");
        flip(source, (6 << 20) + 5);
        assertThatThrownBy(() -> road.write(grant, "2", UnaryOperator.identity()))
                .hasMessageContaining("BYTES_CORRUPT")
                .hasMessageContaining("large.bin");
        flip(source, (6 << 20) + 5);
        Map<String, String> left = SampleTree.contents(road.garage.resolve("2"));
        assertThat(left).containsKeys("C0000001.LIP", "C0000002.LIP", "C0000003.LIP", "LIPTAKO.TMP");
        left.remove("LIPTAKO.TMP");
        CourierDisk anew = road.write(grant, "2", UnaryOperator.identity());
        assertThat(SampleTree.contents(road.garage.resolve("2")))
                .containsAllEntriesOf(left)
                .hasSize(7);
        assertThat(anew.getSeal()).isNotEqualTo(whole.getSeal());
        assertThat(road.disks(grant))
                .singleElement()
                .satisfies(
                        disk -> assertThat(disk.getStatus()).isEqualTo(CourierDiskStatus.COURIER_DISK_STATUS_WRITTEN));
        assertThatThrownBy(() -> road.write(grant, "2", UnaryOperator.identity()))
                .hasMessageContaining("NOT_READY");
        assertThatThrownBy(() -> road.write(grant, "2", request -> request.setDisk(1)))
                .hasMessageContaining("DISK_REFUSED")
                .hasMessageContaining("give an empty one");
        road.carry("2");
        assertThat(road.read("2").getTaken()).isEqualTo(MEBIBYTES);
        awaitSealed(grant);
        road.retireKeys();
        await().atMost(LONG).until(() -> road.keys().grants().isEmpty());
        road.carry("1");
        assertRefused("1", "DISK_REFUSED", "was destroyed at");
    }

    /** As a kill between the journal's entry and the label's name leaves it. */
    @Test
    void aJournaledDiskWhoseLabelLacksItsNameIsOnlyNamed() throws IOException {
        AcceptedGrant grant = road.grant();
        CourierDisk written = road.write(grant, "1", request -> request.addCapacities(CAPACITY));
        Path disk = road.garage.resolve("1");
        Files.move(disk.resolve("LIPTAKO.DSK"), disk.resolve("LIPTAKO.TMP"));
        Map<String, String> before = SampleTree.contents(disk);

        CourierDisk again = road.write(grant, "1", UnaryOperator.identity());

        assertThat(again.getDisk()).isEqualTo(1);
        assertThat(again.getSeal()).isEqualTo(written.getSeal());
        assertThat(road.mali.record.journaled(CourierDiskExported.class)).hasSize(1);
        assertThat(SampleTree.contents(disk)).hasSameSizeAs(before).containsKey("LIPTAKO.DSK");
        assertThat(SampleTree.contents(disk).get("LIPTAKO.DSK")).isEqualTo(before.get("LIPTAKO.TMP"));
        road.carry("1");
        assertThat(road.read("1").getFaultsList()).isEmpty();
    }

    /** The journal says so a moment before the folder is where sealed copies are. */
    private void awaitSealed(AcceptedGrant grant) {
        await().atMost(LONG)
                .until(() -> road.burkina.transfer(grant).state() == TransferState.SEALED
                        && Files.isDirectory(road.burkina.sealed(grant)));
    }

    private void assertRefused(String disk, String code, String words) {
        assertThatThrownBy(() -> road.read(disk)).hasMessageContaining(code).hasMessageContaining(words);
    }

    private static void swapAll(Path one, Path other) throws IOException {
        Path between = one.resolveSibling("between");
        Files.move(one, between);
        Files.move(other, one);
        Files.move(between, other);
    }

    private static void flip(Path file, long place) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(place);
            int was = open.read();
            open.seek(place);
            open.write(was ^ 1);
        }
    }

    private static void cutOff(Path file, long length) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(length);
        }
    }
}
