package org.liptako.node.exchange.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class ExchangeGrantTest {
    private static final DatasetVersion VERSION =
            new DatasetVersion(new DatasetId("ML-DS-008"), new VersionRoot("0a".repeat(32)));

    @Test
    void namesTheVersionThatMoves() {
        assertThat(grant("REPLICATE", Optional.of(VERSION), false).moved()).isEqualTo(VERSION);
    }

    @Test
    void saysThatAnEncryptedCopyTakesAPublicationThatIsNotInClearOnly() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> grant("REPLICATE", Optional.empty(), true).moved())
                .satisfies(failure -> {
                    assertThat(failure.sentence().en())
                            .contains("ML-DS-008 was not published encrypted", "without --clear-only");
                    assertThat(failure.sentence().fr())
                            .contains("ML-DS-008 n'était pas publié sous forme chiffrée", "sans --clear-only");
                });
    }

    @Test
    void saysThatNothingWasPublished() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> grant("BACKUP", Optional.empty(), false).moved())
                .withMessageContaining("ML-DS-008 was not published; publish it");
    }

    @Test
    void movesNothingToEraseSomething() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> grant("ERASE", Optional.empty(), false).moved())
                .withMessageContaining("moves no copy");
    }

    private static ExchangeGrant grant(String operation, Optional<DatasetVersion> version, boolean encrypted) {
        return new ExchangeGrant(
                new GrantSerial("ML-" + "0b".repeat(16)),
                State.ML,
                VERSION.dataset(),
                operation,
                new SiteId("BF-OUA-1"),
                version,
                encrypted,
                Instant.EPOCH);
    }
}
