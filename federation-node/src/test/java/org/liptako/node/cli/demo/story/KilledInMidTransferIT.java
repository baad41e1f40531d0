package org.liptako.node.cli.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.ImportedDisk;
import org.liptako.exchange.v1.Transfer;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.Link;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.exchange.bucket.TrialBucket;
import org.liptako.node.exchange.store.DirectoryReplicaStore;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.s3.S3ReplicaStore;

/**
 * Three nodes as processes, and kill -9 of them, or of their PostgreSQL, in the middle of a copy from Bamako to Ouagadougou. The line is
 * slow until the last kill, so that each falls in the middle; the size is such that a transfer that began anew would break the limit.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class KilledInMidTransferIT {
    /** The same in each build; the measure takes others. */
    private static final long SEED = 20_261_122;

    private static final long BYTES = 160L << 20;
    private static final long MIDDLE_BEYOND_THE_LIMIT = 136L << 20;
    private static final long SLOW = 8L << 20;
    private static final long MOST_TWICE = 64L << 20;
    private static final Duration CONFIRMATION = Duration.ofSeconds(30);
    private static final Duration NO_LIMIT = Duration.ofDays(1);
    private static final int KILLS = 3;

    @TempDir
    static Path temporary;

    private static TrialCapitals capitals;

    @BeforeAll
    static void start() throws IOException {
        capitals = TrialCapitals.start(temporary.resolve("three"));
    }

    @AfterAll
    static void stop() {
        if (capitals != null) {
            capitals.close();
        }
    }

    @Test
    void theCopyGoesOnFromWhatWasDurableWhoeverIsKilled(TestReporter figures) throws IOException {
        CopyUnderFire copy = new CopyUnderFire(capitals, "nodes", BYTES, Killings.SLOWEST);

        Killings killings = new Killings(capitals, copy, SEED);
        killings.perform(KILLS, NO_LIMIT, strike -> figures.publishEntry("kill", strike.toString()));

        assertThat(killings.kills()).isPositive();
    }

    @Test
    void theCopyOutlivesThePostgresqlOfEither() throws IOException {
        CopyUnderFire copy = new CopyUnderFire(capitals, "postgresql", MIDDLE_BEYOND_THE_LIMIT, SLOW);
        copy.awaitMiddle();
        copy.rememberJournals();

        long receivers = capitals.killPostgresql(Place.OUAGADOUGOU);
        long sources = capitals.killPostgresql(Place.BAMAKO);
        copy.line().slowTo(0);

        assertThat(copy.awaitWhole().getBytesTwice()).isLessThanOrEqualTo(MOST_TWICE);
        assertThat(capitals.postmaster(Place.OUAGADOUGOU)).isNotEqualTo(receivers);
        assertThat(capitals.postmaster(Place.BAMAKO)).isNotEqualTo(sources);
        assertThat(capitals.page(Place.OUAGADOUGOU, "health/readiness")).contains("\"status\":\"UP\"");
        assertThat(capitals.page(Place.BAMAKO, "health/readiness")).contains("\"status\":\"UP\"");
    }

    /** By road, for the line is cut. A kill that came too late would find a copy that needs the disk no more. */
    @Test
    void aDiskThatWasBeingReadIsGoneOnWith() throws Exception {
        Link line = capitals.federation().link(Place.OUAGADOUGOU, Place.BAMAKO);
        line.cut();
        try {
            CopyUnderFire copy = new CopyUnderFire(capitals, "by-road", MIDDLE_BEYOND_THE_LIMIT, 0);
            DiskByRoad disk = new DiskByRoad(capitals, copy.grant());
            disk.write();
            copy.rememberJournals();
            Future<ImportedDisk> reading = disk.beginToRead();
            Await.until(CONFIRMATION, () -> Optional.of(copy.hasClaims()).filter(some -> some));

            capitals.federation().kill(Place.OUAGADOUGOU);
            reading.get(30, TimeUnit.SECONDS);
            boolean inTheMiddle = !copy.isWhole();
            int claimed = inTheMiddle ? copy.claims() : copy.chunks();
            int whole = inTheMiddle ? copy.inPlace() : copy.chunks();
            capitals.federation().startAgain(Place.OUAGADOUGOU);

            assertThat(claimed).isPositive();
            if (whole < copy.chunks()) {
                Transfer found = copy.awaitLook();
                assertThat(found.getChunksDurable()).isEqualTo(whole).isGreaterThanOrEqualTo(claimed);
                ImportedDisk read = disk.read();
                assertThat(read.getFaultsList()).isEmpty();
                assertThat(read.getKnown()).isEqualTo(whole);
                assertThat(read.getTaken()).isEqualTo(copy.chunks() - whole);
                assertThat(copy.count(capitals.journal(Place.OUAGADOUGOU), "COURIER_DISK_IMPORTED"))
                        .isEqualTo(1);
            }
            line.restore();
            copy.awaitWhole();
            assertThat(copy.count(capitals.journal(Place.BAMAKO), "COURIER_DISK_EXPORTED"))
                    .isEqualTo(1);
        } finally {
            line.restore();
        }
    }

    @Test
    void theReceiverGoesOnInABucketWithThePartsThatAreThere() throws IOException {
        Path file = capitals.home(Place.OUAGADOUGOU).resolve("node.yaml");
        String before = Files.readString(file);
        String directory = nameOf(
                new DirectoryReplicaStore(capitals.home(Place.OUAGADOUGOU).resolve("store"), Runnable::run));
        try (TrialBucket objects = TrialBucket.start()) {
            BucketConfig bucket = objects.config("BF-OUA-1/");
            Files.writeString(file, replacing(directory, before, "    s3: " + yaml(bucket) + "\n"));
            restart(Place.OUAGADOUGOU);
            try {
                CopyUnderFire copy = new CopyUnderFire(
                        capitals,
                        "bucket",
                        MIDDLE_BEYOND_THE_LIMIT,
                        SLOW,
                        () -> S3ReplicaStore.open(bucket, temporary.resolve("looking-on")));
                copy.awaitMiddle();
                copy.rememberJournals();

                capitals.federation().kill(Place.OUAGADOUGOU);
                copy.line().slowTo(0);
                capitals.federation().startAgain(Place.OUAGADOUGOU);

                Transfer sealed = copy.awaitWhole();
                assertThat(sealed.getAttempts()).isGreaterThan(1);
                assertThat(capitals.sent(Place.BAMAKO) - copy.sentBefore() - sealed.getBytes())
                        .isLessThanOrEqualTo(MOST_TWICE);
            } finally {
                String name = nameOf(S3ReplicaStore.open(bucket, temporary.resolve("looking-back")));
                Files.writeString(file, replacing(name, before, ""));
                restart(Place.OUAGADOUGOU);
            }
        }
    }

    /** The name of a store that a node has used. */
    private static String nameOf(ReplicaStore store) throws IOException {
        return store.identity().orElseThrow().name().toString();
    }

    /** A node's configuration in which another store takes the place of that one. */
    private static String replacing(String name, String configuration, String more) {
        return configuration.replace("  exchange:\n", "  exchange:\n    replaces-store: \"" + name + "\"\n" + more);
    }

    private static String yaml(BucketConfig bucket) {
        return "{endpoint: '%s', bucket: %s, prefix: %s, region: %s, credentials-file: '%s'}"
                .formatted(bucket.endpoint(), bucket.bucket(), bucket.prefix(), bucket.region(), bucket.credentials());
    }

    private static void restart(Place place) {
        capitals.federation().kill(place);
        capitals.federation().startAgain(place);
    }
}
