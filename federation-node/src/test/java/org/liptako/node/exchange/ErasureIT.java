package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.erasure.ErasureDesk;
import org.liptako.node.exchange.transfer.VersionTurns;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.registry.Registers;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class ErasureIT {
    @TempDir
    private Path home;

    private TrialSource mali;
    private Journal journal;
    private AcceptedGrant grant;
    private ErasureDesk desk;

    @BeforeEach
    void grantTheErasureOfADatasetThatNobodyHolds() throws IOException {
        mali = TrialSource.ofSmallFiles(home, endpoint -> endpoint);
        journal = mali.record.own().journal();
        desk = new ErasureDesk(
                mali.record.own(),
                mali.record.grants(),
                mali.holdings(),
                new VersionTurns(),
                new Registers(mali.record.own().jdbi(), mali.record.own().clock()));
        journal.append(new RegisterDeclared(journal.now(), Register.HOLDS, true));
        grant = TrialGrants.erasureAtHome(mali.version());
        journal.append(TrialGrants.granted(grant, journal.now()));
        mali.hear(grant);
    }

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void aHoldPlacedAfterTheGrantStopsTheErasureAndIsCited() throws IOException {
        journal.append(new HoldRecorded(journal.now(), AGGREGATED_HEALTH, true, "TGI Bamako 2026/118"));

        assertRefused(ErrorCode.GRANT_NOT_USABLE, "TGI Bamako 2026/118");
    }

    @Test
    void aRegisterThatIsNoLongerKeptStopsTheErasure() throws IOException {
        journal.append(new RegisterDeclared(journal.now(), Register.HOLDS, false));

        assertRefused(ErrorCode.NOT_READY, "keeps this register");
    }

    @Test
    void aHoldThatWasLiftedStopsNothing() throws IOException {
        journal.append(new HoldRecorded(journal.now(), AGGREGATED_HEALTH, true, "TGI Bamako 2026/118"));
        journal.append(new HoldRecorded(journal.now(), AGGREGATED_HEALTH, false, "TGI Bamako 2026/131"));

        assertRefused(ErrorCode.NOT_READY, "is the last proved one");
    }

    private void assertRefused(ErrorCode code, String words) throws IOException {
        assertThatThrownBy(() -> desk.erase(grant.serial()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContaining(words);
        assertThat(mali.holdings().published().holds(AGGREGATED_HEALTH)).isTrue();
        assertThat(mali.record.journaled(ReplicaErased.class)).isEmpty();
    }
}
