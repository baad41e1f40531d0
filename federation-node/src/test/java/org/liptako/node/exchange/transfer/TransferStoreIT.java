package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.queue.TransferPriority;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class TransferStoreIT {
    private static final TransferPlan PLAN = new TransferPlan(
            new GrantSerial("ML-" + "ab".repeat(16)),
            new DatasetVersion(new DatasetId("ML-DS-008"), new VersionRoot("ab".repeat(32))),
            false,
            State.ML,
            new SiteId("NE-NIM-1"),
            Instant.parse("2027-01-01T00:00:00Z"));

    private final TestDatabase database = TestDatabase.fresh();
    private final TransferStore transfers = new TransferStore(database.jdbi(), Clock.systemUTC());

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(TransferState.class)
    void whatAnotherProcessHasSealedOrGivenUpIsNotSealedAgain(TransferState state) {
        transfers.add(PLAN, TransferPriority.NORMAL, 1, false);
        transfers.state(PLAN.grant(), state, TransferWait.NOTHING, TransferReasons.SEALED);

        boolean open = database.jdbi().inTransaction(handle -> transfers.isOpen(handle, PLAN.grant()));

        assertThat(open).isEqualTo(state != TransferState.SEALED && state != TransferState.DISCARDED);
    }
}
