package org.liptako.node.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;

class WorkStoreIT {
    private static final CampaignKey COPY =
            new CampaignKey(new CampaignId("ML-RETOUR-2026"), new DatasetId("ML-DS-009"), new SiteId("XX-EU-1"));
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(1);

    private final TestDatabase database = TestDatabase.fresh();
    private final WorkStore work = new WorkStore();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoeverWasKilledGoesOnAtOnceAndTheOthersOnceItsLeaseHasRunOut() {
        assertThat(takes("ML-BKO-1 1", NOW)).isTrue();
        assertThat(takes("ML-BKO-1 2", SOON)).isFalse();
        assertThat(takes("ML-BKO-1 1", SOON)).isTrue();
        assertThat(takes("ML-BKO-1 2", SOON.plus(WorkStore.LEASE))).isTrue();
        assertThat(takes("ML-BKO-1 1", SOON.plus(WorkStore.LEASE))).isFalse();
    }

    @Test
    void whatWasLeftIsNotTriedBeforeItsTimeByAnybody() {
        assertThat(takes("ML-BKO-1 1", NOW)).isTrue();
        Instant next = NOW.plus(Duration.ofSeconds(30));
        database.jdbi().useHandle(handle -> work.leave(handle, COPY, "ML-BKO-1 1", next, new Sentence("non", "no")));
        assertThat(takes("ML-BKO-1 1", SOON)).isFalse();
        assertThat(takes("ML-BKO-1 2", SOON)).isFalse();
        assertThat(takes("ML-BKO-1 2", next)).isTrue();
    }

    private boolean takes(String worker, Instant at) {
        return database.jdbi().withHandle(handle -> work.take(handle, COPY, worker, at));
    }
}
