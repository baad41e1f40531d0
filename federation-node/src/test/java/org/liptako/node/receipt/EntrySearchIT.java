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
import org.liptako.node.campaign.CampaignProjection;
import org.liptako.node.campaign.ErasureSignatures;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.ExternalErasureSigned;
import org.liptako.node.registry.CopyTrail;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.replay.DecisionIndex;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/** What a receipt is made of, for a copy of Mali's data that no node ever held. */
class EntrySearchIT {
    private static final CampaignId CAMPAIGN = new CampaignId("ML-RETOUR-2026");
    private static final Digest DOCUMENT = Digest.over("procès-verbal".getBytes(UTF_8));
    private static final String ONE = "ML officer one";
    private static final String TWO = "ML operator ML-BKO-1 two";

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal = new Journal(
            database.jdbi(), State.ML, Clock.systemUTC(), List.of(new RegistryProjection(), new CampaignProjection()));
    private final EntrySearch search = new EntrySearch(
            database.jdbi(),
            State.ML,
            new PeerJournals(database.jdbi(), journal, Clock.systemUTC(), FakeStatements.VERIFIER, List.of()),
            new CopyTrail(database.jdbi()),
            new DecisionIndex(),
            new ErasureSignatures(database.jdbi())::entries);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatPeopleHaveSignedIsInTheReceiptOfAnErasureAbroad() {
        journal.append(new CopyRecorded(journal.now(), HEALTH, ABROAD, CopyStanding.EXTERNAL));
        ExternalErasureSigned one = signed(ONE, DOCUMENT);
        ExternalErasureSigned ofAnother = signed(ONE, Digest.over(new byte[0]));
        ExternalErasureSigned two = signed(TWO, DOCUMENT);
        ExternalCopyErased erased = erased();
        List.of(one, ofAnother, two, erased).forEach(journal::append);

        assertThat(search.erasure(HEALTH, ABROAD)).extracting(KnownEntry::event).containsExactly(erased, one, two);
    }

    @Test
    void theSignaturesOfSomeOfThoseNamedAreLeftOut() {
        journal.append(new CopyRecorded(journal.now(), HEALTH, ABROAD, CopyStanding.EXTERNAL));
        ExternalCopyErased erased = erased();
        List.of(signed(ONE, DOCUMENT), erased, signed(TWO, DOCUMENT)).forEach(journal::append);

        assertThat(search.erasure(HEALTH, ABROAD))
                .extracting(KnownEntry::event)
                .singleElement()
                .isEqualTo(erased);
    }

    private ExternalErasureSigned signed(String by, Digest document) {
        return new ExternalErasureSigned(
                journal.now(), CAMPAIGN, HEALTH, ABROAD, document, "Procès-verbal", by, "00", null, "signature");
    }

    private ExternalCopyErased erased() {
        return new ExternalCopyErased(journal.now(), CAMPAIGN, HEALTH, ABROAD, DOCUMENT, List.of(ONE, TWO));
    }

    @Test
    void anErasureAbroadIsShownByTheEntryThatPeopleHaveSignedAndTheCopyByNoneSince() {
        journal.append(new CopyRecorded(journal.now(), HEALTH, ABROAD, CopyStanding.EXTERNAL));
        assertThat(search.copy(HEALTH, ABROAD)).hasSize(1);
        assertThatThrownBy(() -> search.erasure(HEALTH, ABROAD))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("still there");

        ExternalCopyErased erased = erased();
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
