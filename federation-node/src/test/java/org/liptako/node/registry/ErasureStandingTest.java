package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.ErasureLookup;
import org.liptako.node.journal.event.ErasureMedium;
import org.liptako.node.journal.event.ErasureStatement;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.pki.evidence.Digest;
import org.liptako.registry.v1.Erasure;
import org.liptako.registry.v1.Replica;

class ErasureStandingTest {
    private static final Instant SIGNED = Instant.parse("2026-11-22T20:00:00Z");

    @Test
    void whatRemainsIsOverdueTheDayAfter() {
        ErasureWord word = word("2026-12-01");
        assertThat(ErasureStanding.of(word, Instant.parse("2026-12-01T23:59:59Z")))
                .isEqualTo(ErasureStanding.REMAINS);
        assertThat(ErasureStanding.of(word, Instant.parse("2026-12-02T00:00:00Z")))
                .isEqualTo(ErasureStanding.OVERDUE);
    }

    @Test
    void whatWasGoneWhenItWasSignedIsGone() {
        assertThat(ErasureStanding.of(word("2026-11-20"), SIGNED)).isEqualTo(ErasureStanding.GONE);
    }

    @Test
    void onlyAnErasedCopyBearsAWordAndAwaitsItUntilItIsGiven() {
        Replica erased = Replica.newBuilder()
                .setStatus("ERASED")
                .setGrant(RegistryFixture.SERIAL.value())
                .build();
        assertThat(RegistryMessages.withErasure(erased, Optional.empty(), SIGNED)
                        .getErasure()
                        .getStanding())
                .isEqualTo("AWAITED");
        Erasure told = RegistryMessages.withErasure(erased, Optional.of(word("2026-12-01")), SIGNED)
                .getErasure();
        assertThat(told.getStanding()).isEqualTo("REMAINS");
        assertThat(told.getRemainsUntil()).isEqualTo("2026-12-01");
        assertThat(told.getLookupsList())
                .extracting(lookup -> lookup.getFound())
                .containsExactly("", "one", "");
        Replica abroad = erased.toBuilder().clearGrant().build();
        assertThat(RegistryMessages.withErasure(abroad, Optional.empty(), SIGNED)
                        .hasErasure())
                .isFalse();
        Replica sealed = Replica.newBuilder().setStatus("SEALED").build();
        assertThat(RegistryMessages.withErasure(sealed, Optional.of(word("2026-12-01")), SIGNED)
                        .hasErasure())
                .isFalse();
    }

    @Test
    void aCopyErasedAbroadBearsWhoHasSignedWhichDocument() {
        Replica abroad = Replica.newBuilder().setStatus("ERASED").build();
        Digest document = Digest.over(new byte[] {1});

        Erasure told = RegistryMessages.withErasureAbroad(
                        abroad,
                        new ErasureAbroad(
                                RegistryFixture.HEALTH, RegistryFixture.ABROAD, document, List.of("one", "two"), 9))
                .getErasure();

        assertThat(told.getStanding()).isEqualTo("SIGNED_ABROAD");
        assertThat(told.getSignersList()).containsExactly("one", "two");
        assertThat(told.getDocument()).isEqualTo(document.hex());
        assertThat(told.getJournalIndex()).isEqualTo(9);
    }

    private static ErasureWord word(String day) {
        ErasureStatement statement = ErasureStatement.of(
                new ReplicaErased(SIGNED, RegistryFixture.SERIAL, RegistryFixture.HEALTH, RegistryFixture.BAMAKO),
                7,
                List.of(
                        new ErasureLookup(ErasureMedium.SNAPSHOTS, "none here", null, null, null),
                        new ErasureLookup(ErasureMedium.TAPES, "all", "one", "shredded", LocalDate.parse(day)),
                        new ErasureLookup(ErasureMedium.ARRAY_REPLICAS, "none here", null, null, null)),
                "A. Traoré",
                SIGNED);
        return new ErasureWord(statement, List.of("ML operator ML-BKO-1 1"), 8);
    }
}
