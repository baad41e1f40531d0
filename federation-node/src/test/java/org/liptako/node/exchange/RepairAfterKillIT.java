package org.liptako.node.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.exchange.repair.RepairDesk;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.registry.ReplicaStatus;

/** A node is killed while it mends Niger's copy: it goes on by itself, and counts each chunk once. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RepairAfterKillIT extends CopyAtNiamey {
    private static final int MEBIBYTES = 6;

    RepairAfterKillIT() {
        super(MEBIBYTES);
    }

    @ParameterizedTest
    @EnumSource(KilledStore.Moment.class)
    void aRepairThatIsKilledGoesOnByItselfAfterARestartAndCountsEachChunkOnce(KilledStore.Moment moment)
            throws Exception {
        for (int chunk = 0; chunk < MEBIBYTES; chunk++) {
            damage(chunk);
        }
        verify();
        RepairDesk killed = niger.restarted(store -> KilledStore.over(store, moment));
        try {
            assertThat(killed.repair(version)).isPresent();
        } catch (IOException e) {
            assertThat(e).hasMessage("killed");
        }
        assertThat(niger.damaged().all()).hasSize(1);
        assertThat(niger.record.journaled(ReplicaProved.class)).isEmpty();
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);

        mendsByItself(niger.restarted());

        assertThat(niger.record.journaled(ReplicaDamaged.class)).hasSize(1);
        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::chunks, ReplicaProved::repaired)
                .containsExactly(tuple((long) MEBIBYTES, (long) MEBIBYTES));
        isWhatMaliPublished();
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void aCopyThatIsWithdrawnWhenTheNodeIsKilledIsMendedAfterARestart() throws Exception {
        damage(1);
        verify();

        mendsByItself(niger.restarted());

        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::repaired)
                .containsExactly(1L);
    }

    @Test
    void whatTheDiskLosesBetweenTwoAttemptsCountsAsRepairedToo() throws Exception {
        damage(1);
        verify();
        RepairDesk killed = niger.restarted(store -> KilledStore.over(store, KilledStore.Moment.REOPENED));
        assertThatThrownBy(() -> killed.repair(version)).hasMessage("killed");
        Files.delete(requireNonNull(niger.store().draft(version).getParent())
                .resolveSibling("staging")
                .resolve(version.dataset().value())
                .resolve(version.root().value())
                .resolve("data/large.bin"));

        assertThat(niger.restarted().repair(version)).isEmpty();

        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::repaired)
                .containsExactly((long) MEBIBYTES);
    }
}
