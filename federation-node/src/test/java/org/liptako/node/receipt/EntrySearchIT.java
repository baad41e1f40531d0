package org.liptako.node.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.HEALTH;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.registry.CopyTrail;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.replay.DecisionIndex;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/** What a receipt is made of, for a copy of Mali's data that no node ever held. */
class EntrySearchIT {
    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal =
            new Journal(database.jdbi(), State.ML, Clock.systemUTC(), List.of(new RegistryProjection()));
    private final EntrySearch search = new EntrySearch(
            database.jdbi(),
            State.ML,
            new PeerJournals(database.jdbi(), journal, Clock.systemUTC(), FakeStatements.VERIFIER, List.of()),
            new CopyTrail(database.jdbi()),
            new DecisionIndex());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anErasureAbroadIsShownByTheEntryThatPeopleHaveSignedAndTheCopyByNoneSince() {
        journal.append(new CopyRecorded(journal.now(), HEALTH, ABROAD, CopyStanding.EXTERNAL));
        assertThat(search.copy(HEALTH, ABROAD)).hasSize(1);
        assertThatThrownBy(() -> search.erasure(HEALTH, ABROAD))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("still there");

        ExternalCopyErased erased = new ExternalCopyErased(
                journal.now(),
                new CampaignId("ML-RETOUR-2026"),
                HEALTH,
                ABROAD,
                Digest.over("procès-verbal".getBytes(UTF_8)),
                List.of("one", "two"));
        journal.append(erased);

        assertThat(search.erasure(HEALTH, ABROAD))
                .extracting(KnownEntry::event)
                .singleElement()
                .isEqualTo(erased);
        assertThatThrownBy(() -> search.copy(HEALTH, ABROAD))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("it was erased");
    }
}
