package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.BAMAKO;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.pki.name.State;

/** Where copies are, were, and are said to be otherwise. */
class InquiryIT extends InquiryTrial {
    @Test
    void everyCopyIsToldWithItsGrantAndByWhomAndAsOfWhen() {
        healthIsSealedInOuagadougou();

        Answer answer = ask(Question.COPIES, Map.of(Blank.DATASET, "ML-DS-008"));

        assertThat(answer.page().rows())
                .extracting(
                        row -> row.source().saidBy(),
                        row -> value(row, Column.STATUS),
                        row -> value(row, Column.CERTAINTY),
                        row -> value(row, Column.GRANT),
                        row -> value(row, Column.ALLOWED_BY),
                        row -> value(row, Column.RULES))
                .containsExactly(
                        tuple(State.BF, "SEALED", "PROVED", SERIAL.value(), "ML, BF", "ML-COPIE-1"),
                        tuple(State.ML, "SEALED", "STATED", SERIAL.value(), "ML, BF", "ML-COPIE-1"));
        assertThat(answer.asked().sentence().fr()).isEqualTo("Où est chaque copie de ML-DS-008 ?");
        assertThat(answer.coverage())
                .extracting(part -> part.state(), part -> part.current())
                .contains(tuple(State.BF, false), tuple(State.NE, false));
    }

    @Test
    void whereItWasThenIsAnsweredAsItWasKnownThen() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false), hour(6));
        mali.say(State.BF, new ReplicaErased(hour(8), SERIAL, HEALTH, OUAGADOUGOU), hour(10));

        assertThat(statusesThen(5, 5)).isEmpty();
        assertThat(statusesThen(9, 9)).containsExactly("SEALED");
        assertThat(statusesThen(9, 11)).containsExactly("ERASED");
        assertThat(statusesThen(7, 11)).containsExactly("SEALED");
    }

    @Test
    void whatLiesAbroadIsToldWithTheDayItsGrantEndsAndWhatLiesAtHomeIsNot() {
        healthIsSealedInOuagadougou();
        mali.say(State.ML, new SiteRecorded(hour(1), RegistryFixture.site(ABROAD, new Country("FR"), null)));
        mali.say(State.ML, new CopyRecorded(hour(2), HEALTH, ABROAD, CopyStanding.EXTERNAL));
        mali.say(State.ML, new CopyRecorded(hour(2), HEALTH, BAMAKO, CopyStanding.UNPROVEN));

        Answer answer = ask(Question.ABROAD, Map.of(Blank.STATE, "ML"));

        assertThat(answer.page().rows())
                .extracting(
                        row -> value(row, Column.SITE),
                        row -> value(row, Column.COUNTRY),
                        row -> value(row, Column.EXPIRES))
                .containsExactly(tuple("BF-OUA-1", "BF", "2026-03-02T07:00:00Z"), tuple("XX-EU-1", "FR", ""));
        assertThat(ask(Question.ABROAD, Map.of(Blank.STATE, "ML", Blank.STATUS, "EXTERNAL"))
                        .page()
                        .rows())
                .hasSize(1);
        assertThat(ask(Question.ABROAD, Map.of(Blank.STATE, "ML", Blank.ON, hour(3).toString()))
                        .page()
                        .rows())
                .as("the copy in Ouagadougou was sealed at four")
                .extracting(row -> value(row, Column.SITE))
                .containsExactly("XX-EU-1");
    }

    @Test
    void whatASiteHoldsIsToldNowAndThen() {
        healthIsSealedInOuagadougou();
        mali.say(State.BF, new ReplicaErased(hour(8), SERIAL, HEALTH, OUAGADOUGOU));

        assertThat(ask(Question.SITE_HOLDS, Map.of(Blank.SITE, "BF-OUA-1"))
                        .page()
                        .rows())
                .isEmpty();
        assertThat(ask(
                                Question.SITE_HOLDS,
                                Map.of(
                                        Blank.SITE, "BF-OUA-1",
                                        Blank.ON, hour(6).toString(),
                                        Blank.KNOWN, hour(7).toString()))
                        .page()
                        .rows())
                .extracting(row -> value(row, Column.DATASET))
                .containsExactly("ML-DS-008");
    }

    @Test
    void copiesWithForeignOperatorsAreThoseAtSitesThatSaySo() {
        healthIsSealedInOuagadougou();
        mali.say(State.BF, new SiteRecorded(hour(1), RegistryFixture.site(OUAGADOUGOU, Country.of(State.BF), null)));
        mali.say(State.ML, new SiteRecorded(hour(1), RegistryFixture.site(ABROAD, new Country("FR"), null)));
        mali.say(State.ML, new CopyRecorded(hour(2), HEALTH, ABROAD, CopyStanding.EXTERNAL));

        assertThat(ask(Question.FOREIGN_OPERATORS, Map.of(Blank.STATE, "ML"))
                        .page()
                        .rows())
                .extracting(row -> value(row, Column.SITE), row -> value(row, Column.OWNER))
                .containsExactly(tuple("XX-EU-1", "FR"));
    }

    @Test
    void whatChangedIsToldWithWhatItWasBefore() {
        healthIsSealedInOuagadougou();
        mali.say(State.BF, new ReplicaErased(hour(8), SERIAL, HEALTH, OUAGADOUGOU));

        assertThat(ask(
                                Question.CHANGES,
                                Map.of(
                                        Blank.STATE, "ML",
                                        Blank.SINCE, hour(4).toString(),
                                        Blank.UNTIL, hour(9).toString()))
                        .page()
                        .rows())
                .extracting(row -> value(row, Column.BEFORE), row -> value(row, Column.STATUS))
                .containsExactly(tuple("", "SEALED"), tuple("SEALED", "ERASED"));
    }

    @Test
    void nodesDisagreeWhereOneSaysSealedAndTheHostSaysErased() {
        healthIsSealedInOuagadougou();
        assertThat(ask(Question.DISAGREEMENTS, Map.of(Blank.STATE, "ML")).page().rows())
                .isEmpty();

        mali.say(State.BF, new ReplicaErased(hour(8), SERIAL, HEALTH, OUAGADOUGOU));

        assertThat(ask(Question.DISAGREEMENTS, Map.of(Blank.STATE, "ML")).page().rows())
                .extracting(
                        row -> value(row, Column.STATUS),
                        row -> value(row, Column.OTHER_STATE),
                        row -> value(row, Column.OTHER_STATUS))
                .containsExactly(tuple("ERASED", "ML", "SEALED"));
    }
}
