package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.ReceivedBytes;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.State;

class MendingSharesTest {
    private static final DatasetVersion VERSION =
            new DatasetVersion(new DatasetId("ML-SANTE-2024"), new VersionRoot("ab".repeat(32)));
    private static final HolderShare WRONG = new HolderShare(State.NE, 100, HolderShare.MOST_WRONG);
    private static final HolderShare ALMOST = new HolderShare(State.ML, 200, HolderShare.MOST_WRONG - 1);

    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final MendingShares shares = new MendingShares(() -> now);

    @Test
    void whoSentWrongChunksIsLeftAloneForAnHour() {
        shares.keep(VERSION, progress(WRONG, ALMOST));
        now = now.plus(MendingShares.LEFT_ALONE).minusSeconds(1);
        // Another attempt, with others: it does not make the hour longer.
        shares.keep(VERSION, shares.before(VERSION));
        assertThat(shares.before(VERSION).shares()).containsExactly(WRONG, ALMOST);
        assertThat(shares.before(VERSION).wrong()).isEqualTo(WRONG.wrong() + ALMOST.wrong());

        now = now.plusSeconds(1);
        assertThat(shares.before(VERSION).shares()).containsExactly(new HolderShare(State.NE, 100, 0), ALMOST);
        assertThat(shares.before(VERSION).wrong()).isEqualTo(ALMOST.wrong());
    }

    @Test
    void whoSendsWrongChunksAgainIsLeftAloneForAnotherHour() {
        shares.keep(VERSION, progress(WRONG));
        now = now.plus(MendingShares.LEFT_ALONE);
        shares.keep(VERSION, shares.before(VERSION));
        shares.keep(VERSION, progress(WRONG));
        now = now.plus(MendingShares.LEFT_ALONE).minusSeconds(1);
        assertThat(shares.before(VERSION).shares()).containsExactly(WRONG);
        now = now.plusSeconds(1);
        assertThat(shares.before(VERSION).wrong()).isZero();
    }

    @Test
    void aClockThatIsSetBackLeavesNobodyAloneForLonger() {
        shares.keep(VERSION, progress(WRONG));
        now = now.minusSeconds(60);
        assertThat(shares.before(VERSION).wrong()).isZero();
    }

    @Test
    void whatIsInOrderOrErasedIsForgotten() {
        shares.keep(VERSION, progress(WRONG));
        shares.keepOnly(List.of(VERSION));
        assertThat(shares.before(VERSION).shares()).hasSize(1);
        shares.keepOnly(List.of());
        assertThat(shares.before(VERSION)).isEqualTo(TransferProgress.NONE);
    }

    private static TransferProgress progress(HolderShare... shares) {
        int wrong = List.of(shares).stream().mapToInt(HolderShare::wrong).sum();
        return new TransferProgress(8, 2, 8 << 20, new ReceivedBytes(300, 0), wrong, List.of(shares));
    }
}
