package org.liptako.node.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.inquiry.TrialRegistry.regulator;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.BAMAKO;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.SERIAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/** What is erased, proved and readable, and by whose word. */
class ErasedAnswerIT extends InquiryTrial {
    @Test
    void keysAreToldForEveryDataset() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));

        assertThat(ask(Question.KEYS, Map.of(Blank.STATE, "ML")).page().rows())
                .extracting(row -> value(row, Column.DATASET))
                .containsExactly("ML-DS-008");
    }

    @Test
    void anErasedCopyIsToldWithWhatNobodyHasSignedYet() {
        healthIsSealedInOuagadougou();
        mali.say(State.BF, new ReplicaErased(hour(8), SERIAL, HEALTH, OUAGADOUGOU));

        assertThat(ask(Question.ERASURES, Map.of(Blank.STATE, "ML")).page().rows())
                .extracting(row -> value(row, Column.SITE), row -> value(row, Column.STANDING))
                .containsExactly(tuple("BF-OUA-1", "AWAITED"));
    }

    @Test
    void aCopyErasedAbroadIsToldWithTheDocumentAndWhoHasSignedItAndNotAsRemovedByANode() {
        Digest document = Digest.over("procès-verbal".getBytes(UTF_8));
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.ML, new SiteRecorded(hour(1), RegistryFixture.site(ABROAD, new Country("FR"), null)));
        mali.say(State.ML, new CopyRecorded(hour(2), HEALTH, ABROAD, CopyStanding.EXTERNAL));
        mali.say(
                State.ML,
                new ExternalCopyErased(
                        hour(8), new CampaignId("ML-RETOUR-2026"), HEALTH, ABROAD, document, List.of("one", "two")));

        assertThat(ask(Question.ERASURES, Map.of(Blank.STATE, "ML")).page().rows())
                .extracting(
                        row -> value(row, Column.SITE),
                        row -> value(row, Column.STANDING),
                        row -> value(row, Column.SIGNERS),
                        row -> value(row, Column.DOCUMENT))
                .containsExactly(tuple("XX-EU-1", "SIGNED_ABROAD", "one, two", document.hex()));
        assertThat(ask(Question.ERASURES, Map.of(Blank.STATE, "ML", Blank.ON, hour(7).toString()))
                        .page()
                        .rows())
                .isEmpty();
    }

    @Test
    void copiesThatWereNeverProvedComeBeforeOldProofs() {
        healthIsSealedInOuagadougou();
        mali.say(State.ML, new CopyRecorded(hour(2), HEALTH, BAMAKO, CopyStanding.UNPROVEN));

        List<String> found = new ArrayList<>();
        Cursor next = Cursor.START;
        do {
            Page page = mali.desk()
                    .ask(
                            regulator(State.ML),
                            new Asked(Question.PROOFS, Map.of(Blank.STATE, "ML", Blank.DAYS, "0"), TrialRegistry.NOW)
                                    .checked(),
                            next,
                            1)
                    .page();
            page.rows().forEach(row -> found.add(value(row, Column.SITE) + " " + value(row, Column.PROVED_AT)));
            next = page.next();
        } while (!next.isStart());

        assertThat(found).containsExactly("ML-BKO-1 ", "BF-OUA-1 2026-03-01T10:00:00Z");
    }
}
