package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;

/** Two processes of one State want to move the same version. */
class TransferLeaseIT {
    private static final DatasetVersion VERSION =
            new DatasetVersion(new DatasetId("ML-DS-008"), new VersionRoot("ab".repeat(32)));
    private static final DatasetVersion OTHER =
            new DatasetVersion(new DatasetId("ML-DS-008"), new VersionRoot("cd".repeat(32)));

    private final TestDatabase database = TestDatabase.fresh();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger giving = new AtomicInteger();
    private final TransferLease first = new TransferLease(database.jdbi(), 1, nanos::get);
    private final TransferLease second = new TransferLease(database.jdbi(), 2);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneAtATimeHasItUntilItIsGivenBack() {
        assertThat(first.take(VERSION)).isTrue();
        assertThat(second.take(VERSION)).isFalse();
        assertThat(second.take(OTHER)).isTrue();

        first.giveBack(VERSION);

        assertThat(first.holds(VERSION)).isFalse();
        assertThat(second.take(VERSION)).isTrue();
        assertThat(second.holds(VERSION)).isTrue();
    }

    @Test
    void aProcessThatIsStartedAgainGoesOnAtOnce() {
        first.take(VERSION);

        assertThat(new TransferLease(database.jdbi(), 1).take(VERSION)).isTrue();
    }

    @Test
    void whatADeadProcessHadIsTakenAfterItsTermAndItNoticesIfItWakesUp() {
        first.take(VERSION);
        first.take(OTHER);
        moveEnds("- interval '31 seconds'");

        assertThat(second.take(VERSION)).isTrue();
        first.renew();

        assertThat(first.holds(VERSION)).as("taken meanwhile").isFalse();
        assertThat(first.holds(OTHER)).as("nobody wanted it").isTrue();
        assertThat(second.take(OTHER)).isFalse();
    }

    @Test
    void aProcessThatStoodStillBelievesNothingUntilItHasAsked() {
        first.take(VERSION);
        first.take(OTHER);
        moveEnds("- interval '31 seconds'");
        second.take(VERSION);
        nanos.addAndGet(TransferLease.TERM.toNanos());

        assertThat(first.holds(VERSION)).as("taken meanwhile").isFalse();
        assertThat(first.holds(OTHER)).as("nobody wanted it").isTrue();
        assertThat(second.take(OTHER)).as("it was taken again").isFalse();
    }

    @Test
    void aRenewedLeaseIsBelievedForAnotherTerm() {
        first.take(VERSION);
        nanos.addAndGet(TransferLease.TERM.toNanos() - 1);
        first.renew();
        nanos.addAndGet(TransferLease.TERM.toNanos() - 1);
        database.jdbi().useHandle(handle -> handle.execute("UPDATE exchange_lease SET holder = 2"));

        assertThat(first.holds(VERSION)).as("not asked for yet").isTrue();
        nanos.addAndGet(1);
        assertThat(first.holds(VERSION)).isFalse();
    }

    @Test
    void whileTheDatabaseIsAwayChunksGoOnArriving() {
        first.take(VERSION);
        nanos.addAndGet(TransferLease.TERM.toNanos());
        database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE exchange_lease RENAME TO away"));

        assertThat(first.holds(VERSION)).isTrue();
    }

    @Test
    void aLeaseOfBeforeTheClockWasSetBackIsOver() {
        first.take(VERSION);
        moveEnds("+ interval '1 day'");

        assertThat(second.take(VERSION)).isTrue();
    }

    @Test
    void aDatabaseThatHasForgottenItIsToldAgain() {
        first.take(VERSION);
        database.jdbi().useHandle(handle -> handle.execute("TRUNCATE exchange_lease"));

        first.renew();

        assertThat(first.holds(VERSION)).isTrue();
        assertThat(second.take(VERSION)).isFalse();
    }

    @Test
    void whatIsGivenBackWhileItIsRenewedIsHeldNoMore() {
        TransferLease[] owner = new TransferLease[1];
        owner[0] = new TransferLease(database.jdbi(), 1, () -> {
            // Renewing reads the clock a second time where it takes what the database has forgotten.
            if (giving.getAndIncrement() == 2) {
                owner[0].giveBack(VERSION);
            }
            return nanos.get();
        });
        owner[0].take(VERSION);
        database.jdbi().useHandle(handle -> handle.execute("TRUNCATE exchange_lease"));

        owner[0].renew();

        assertThat(owner[0].holds(VERSION)).isFalse();
        moveEnds("- interval '31 seconds'");
        owner[0].renew();
        assertThat(second.take(VERSION)).as("nobody goes on renewing it").isTrue();
    }

    private void moveEnds(String by) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE exchange_lease SET held_until = held_until " + by));
    }
}
