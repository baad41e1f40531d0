package org.liptako.node.exchange.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;

class RepairRestsTest {
    private static final DatasetVersion VERSION =
            new DatasetVersion(new DatasetId("ML-SANTE-2024"), new VersionRoot("ab".repeat(32)));

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final RepairRests rests = new RepairRests(() -> now);

    @Test
    void aCopyIsTriedAgainAfterTwiceAsLongEachTime() {
        assertThat(rests.isOver(VERSION)).isTrue();
        assertThat(rests.rest(VERSION, TransferWait.LINK)).hasSeconds(5);
        assertThat(rests.isOver(VERSION)).isFalse();
        now = now.plusSeconds(5);
        assertThat(rests.isOver(VERSION)).isTrue();
        assertThat(rests.rest(VERSION, TransferWait.LINK)).hasSeconds(10);
    }

    @Test
    void aSilentHolderIsTriedWithinMinutesAndADiskThatLosesWhatItIsGivenWithinHours() {
        assertThat(longest(TransferWait.PEER)).hasMinutes(2);
        rests.keepOnly(List.of());
        assertThat(longest(TransferWait.DISK)).hasHours(6);
    }

    @Test
    void aCopyThatIsInOrderIsForgotten() {
        longest(TransferWait.DISK);
        rests.keepOnly(List.of());
        assertThat(rests.isOver(VERSION)).isTrue();
        assertThat(rests.rest(VERSION, TransferWait.DISK)).hasSeconds(5);
    }

    private Duration longest(TransferWait waitsFor) {
        Duration rest = Duration.ZERO;
        for (int time = 0; time < 20; time++) {
            rest = rests.rest(VERSION, waitsFor);
        }
        return rest;
    }
}
