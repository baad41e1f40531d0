package org.liptako.node.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.inquiry.TrialRegistry.operator;
import static org.liptako.node.inquiry.TrialRegistry.regulator;
import static org.liptako.node.registry.RegistryFixture.ABROAD;
import static org.liptako.node.registry.RegistryFixture.BAMAKO;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.RULES;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/** Every question, on real PostgreSQL. */
class InquiryIT {
    private static final Sentence REFUSED = new Sentence("Refusé.", "Refused.");

    private final TrialRegistry mali = new TrialRegistry();

    @AfterEach
    void close() {
        mali.close();
    }

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
    void rulingsAreToldLatestFirstWithRulesAndReasonAndRefusalsAmongThem() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.ML, RegistryFixture.granted(hour(2), "REPLICATE"));
        mali.say(State.ML, refused(3));

        Answer rulings = ask(Question.RULINGS, Map.of(Blank.DATASET, "ML-DS-008"));
        assertThat(rulings.page().rows())
                .extracting(
                        row -> value(row, Column.RULING),
                        row -> value(row, Column.REASON),
                        row -> value(row, Column.RULE_SET),
                        row -> row.cell(Column.WORDS).in(true))
                .containsExactly(
                        tuple("REFUSAL", "DENIED", RULES.hex(), "Refusé."), tuple("GRANT", "", RULES.hex(), ""));

        assertThat(ask(Question.REFUSALS, Map.of(Blank.SINCE, hour(2).toString(), Blank.UNTIL, hour(4).toString()))
                        .page()
                        .rows())
                .hasSize(1);
        assertThat(ask(Question.REFUSALS, Map.of(Blank.SINCE, hour(4).toString(), Blank.UNTIL, hour(5).toString()))
                        .page()
                        .rows())
                .isEmpty();
    }

    @Test
    void decisionsAreForTheOwnStateAndForRegulators() {
        Map<Blank, String> blanks = Map.of(Blank.SINCE, hour(2).toString(), Blank.UNTIL, hour(4).toString());

        assertThat(mali.ask(operator("ML-BKO-1"), Question.REFUSALS, blanks)
                        .page()
                        .rows())
                .isEmpty();
        assertThat(mali.ask(regulator(State.NE), Question.REFUSALS, blanks)
                        .page()
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> mali.ask(operator("BF-OUA-1"), Question.REFUSALS, blanks))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("STATE_NOT_ENTITLED");
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
    void keysAreToldForEveryDataset() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));

        assertThat(ask(Question.KEYS, Map.of(Blank.STATE, "ML")).page().rows())
                .extracting(row -> value(row, Column.DATASET))
                .containsExactly("ML-DS-008");
    }

    @Test
    void aCopyUnderADerogationIsToldWithTheBanThatWasLifted() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        ObjectNode decision = JsonNodeFactory.instance.objectNode().put("verdict", "PERMIT");
        decision.putArray("findings")
                .addObject()
                .putArray("derogations")
                .addObject()
                .put("ban", "ML-SANTE-1")
                .put("by", "ML-SANTE-2");
        PlacementGranted plain = RegistryFixture.granted(hour(2), "REPLICATE");
        mali.say(
                State.ML,
                new PlacementGranted(
                        plain.at(),
                        plain.serial(),
                        plain.request(),
                        plain.terms(),
                        plain.versionRoot(),
                        plain.expires(),
                        plain.ruleSet(),
                        decision,
                        plain.rules(),
                        plain.homeStatement(),
                        plain.hostStatement(),
                        plain.grant(),
                        plain.requestingSite()));
        assertThat(ask(Question.DEROGATIONS, Map.of(Blank.STATE, "ML")).page().rows())
                .as("nothing lies there yet")
                .isEmpty();

        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));

        assertThat(ask(Question.DEROGATIONS, Map.of(Blank.STATE, "ML")).page().rows())
                .extracting(row -> value(row, Column.SITE), row -> value(row, Column.DEROGATIONS))
                .containsExactly(tuple("BF-OUA-1", "ML-SANTE-1 ← ML-SANTE-2"));
    }

    @Test
    void aCopyIsOverdueOnceItsDayIsPastAndAsLongAsItIsThere() {
        healthIsSealedInOuagadougou();
        mali.say(
                State.ML,
                new CopyJudged(
                        hour(5),
                        HEALTH,
                        OUAGADOUGOU,
                        "DENY",
                        JudgingCause.RULES,
                        RULES,
                        JsonNodeFactory.instance.objectNode(),
                        List.of(),
                        REFUSED,
                        hour(10)));

        assertThat(ask(Question.OVERDUE, Map.of(Blank.STATE, "ML", Blank.ON, hour(9).toString()))
                        .page()
                        .rows())
                .isEmpty();
        assertThat(ask(Question.OVERDUE, Map.of(Blank.STATE, "ML")).page().rows())
                .extracting(row -> value(row, Column.SITE), row -> value(row, Column.LATE_DAYS))
                .containsExactly(tuple("BF-OUA-1", "0"));

        mali.say(State.BF, new ReplicaErased(hour(12), SERIAL, HEALTH, OUAGADOUGOU));
        assertThat(ask(Question.OVERDUE, Map.of(Blank.STATE, "ML")).page().rows())
                .isEmpty();
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

    @Test
    void aSecretDatasetIsUnknownToWhomItDoesNotConcern() {
        mali.say(State.ML, new DatasetRecorded(hour(1), classified("SECRET")));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        Map<Blank, String> copies = Map.of(Blank.DATASET, "ML-DS-008");
        Map<Blank, String> abroad = Map.of(Blank.STATE, "ML");

        assertThat(mali.ask(regulator(State.ML), Question.COPIES, copies).page().rows())
                .hasSize(1);
        assertThat(mali.ask(regulator(State.BF), Question.ABROAD, abroad).page().rows())
                .as("it lies on Burkina Faso's soil")
                .hasSize(1);
        assertThat(mali.ask(regulator(State.NE), Question.ABROAD, abroad).page().rows())
                .isEmpty();
        assertThatThrownBy(() -> mali.ask(regulator(State.NE), Question.COPIES, copies))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("NOT_KNOWN");
    }

    @Test
    void aDatasetThatHasBecomeSecretIsUnknownOfItsPastToo() {
        DatasetId later = new DatasetId("ML-DS-009");
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, later, OUAGADOUGOU, VERSION, 7, false));
        Map<Blank, String> abroad = Map.of(Blank.STATE, "ML", Blank.ON, hour(5).toString());
        Map<Blank, String> abroadAsKnownThen = Map.of(
                Blank.STATE, "ML",
                Blank.ON, hour(5).toString(),
                Blank.KNOWN, hour(5).toString());
        Map<Blank, String> keys = Map.of(Blank.STATE, "ML", Blank.ON, hour(5).toString());
        assertThat(datasets(State.NE, Question.ABROAD, abroad)).containsExactly("ML-DS-008", "ML-DS-009");
        assertThat(datasets(State.NE, Question.KEYS, keys)).containsExactly("ML-DS-008");

        mali.say(State.ML, new DatasetRecorded(hour(6), classified("SECRET")));
        mali.say(
                State.ML,
                new DatasetRecorded(hour(6), RegistryFixture.dataset(later, 1).classifiedAs("TOP_SECRET")));

        assertThat(datasets(State.NE, Question.ABROAD, abroad)).isEmpty();
        assertThat(datasets(State.NE, Question.ABROAD, abroadAsKnownThen)).isEmpty();
        assertThat(datasets(State.NE, Question.KEYS, keys)).isEmpty();
        assertThat(datasets(State.ML, Question.ABROAD, abroadAsKnownThen)).containsExactly("ML-DS-008", "ML-DS-009");
        assertThat(datasets(State.ML, Question.KEYS, keys)).containsExactly("ML-DS-008");
    }

    @Test
    void pagesGiveEveryRowOnce() {
        for (int i = 1; i <= 5; i++) {
            DatasetId id = new DatasetId("ML-DS-10" + i);
            mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(id, i)));
            mali.say(State.BF, new ReplicaSealed(hour(2), SERIAL, id, OUAGADOUGOU, VERSION, 7, false));
        }
        List<String> found = new ArrayList<>();
        Cursor next = Cursor.START;
        do {
            Page page = mali.desk()
                    .ask(
                            regulator(State.ML),
                            new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked(),
                            Cursor.ofToken(next.token()),
                            2)
                    .page();
            assertThat(page.rows()).hasSizeBetween(1, 2);
            page.rows().forEach(row -> found.add(value(row, Column.DATASET)));
            next = page.next();
        } while (!next.isStart());

        assertThat(found).containsExactly("ML-DS-101", "ML-DS-102", "ML-DS-103", "ML-DS-104", "ML-DS-105");
    }

    @Test
    void noPageAndNoTokenTellsOfWhatIsNotShown() {
        Map<String, String> classes = Map.of("ML-DS-102", "INTERNAL", "ML-DS-104", "INTERNAL");
        for (int i = 1; i <= 6; i++) {
            DatasetId id = new DatasetId("ML-DS-10" + i);
            Dataset dataset =
                    RegistryFixture.dataset(id, i).classifiedAs(classes.getOrDefault(id.value(), "TOP_SECRET"));
            mali.say(State.ML, new DatasetRecorded(hour(1), dataset));
            mali.say(State.BF, new ReplicaSealed(hour(2), SERIAL, id, OUAGADOUGOU, VERSION, 7, false));
        }
        Asked keys = new Asked(Question.KEYS, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked();
        Asked abroad = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked();

        for (Asked asked : List.of(keys, abroad)) {
            Page first =
                    mali.desk().ask(regulator(State.NE), asked, Cursor.START, 1).page();
            Page second =
                    mali.desk().ask(regulator(State.NE), asked, first.next(), 1).page();

            assertThat(first.rows())
                    .extracting(row -> value(row, Column.DATASET))
                    .containsExactly("ML-DS-102");
            assertThat(first.next().token()).startsWith("ML-DS-102");
            assertThat(second.rows())
                    .extracting(row -> value(row, Column.DATASET))
                    .containsExactly("ML-DS-104");
            assertThat(second.next().token())
                    .as("what comes after is not shown")
                    .isEmpty();
        }
    }

    @Test
    void aRegulatorSeesWhoAskedWhatAndAnOperatorSeesTheirOwnOnly() {
        healthIsSealedInOuagadougou();
        mali.ask(regulator(State.ML), Question.ABROAD, Map.of(Blank.STATE, "ML"));
        mali.ask(operator("ML-BKO-1"), Question.SITE_HOLDS, Map.of(Blank.SITE, "ML-BKO-1"));

        assertThat(mali.desk().inquiries(regulator(State.ML), InquiryStore.Place.START, 10))
                .extracting(InquiryStore.Inquiry::question, InquiryStore.Inquiry::rows)
                .containsExactly(tuple("site-holds", 0L), tuple("abroad", 1L));
        assertThat(mali.desk().inquiries(operator("ML-BKO-1"), InquiryStore.Place.START, 10))
                .extracting(InquiryStore.Inquiry::question)
                .containsExactly("site-holds");
        assertThat(mali.desk().inquiries(regulator(State.NE), InquiryStore.Place.START, 10))
                .isEmpty();
    }

    @Test
    void anExportThatIsBrokenOffIsRecordedWithWhatWasGiven() {
        for (int i = 0; i <= 1_000; i++) {
            mali.say(
                    State.ML,
                    new CopyRecorded(hour(2), new DatasetId("ML-DS-" + (10_000 + i)), ABROAD, CopyStanding.EXTERNAL));
        }
        Asked asked = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW).checked();

        Answer first = mali.desk().export(regulator(State.ML), asked, "CSV").next();

        assertThat(first.page().next().isStart()).isFalse();
        assertThat(mali.desk().inquiries(regulator(State.ML), InquiryStore.Place.START, 10))
                .extracting(InquiryStore.Inquiry::rows)
                .containsExactly(1_000L);
    }

    @Test
    void aKeptQuestionIsItsKeepersAlone() {
        Asked asked = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW);
        mali.kept().save(regulator(State.ML), "rapport", asked);

        assertThat(mali.kept().of(regulator(State.ML)))
                .extracting(SavedQuestionStore.Saved::question, SavedQuestionStore.Saved::blanks)
                .containsExactly(tuple("abroad", Map.of("state", "ML")));
        assertThat(mali.kept().of(operator("ML-BKO-1"))).isEmpty();
        assertThatThrownBy(() -> mali.kept().forget(operator("ML-BKO-1"), "rapport"))
                .hasMessageStartingWith("NOT_KNOWN");
        mali.kept().forget(regulator(State.ML), "rapport");
        assertThat(mali.kept().of(regulator(State.ML))).isEmpty();
    }

    @Test
    void nobodyKeepsMoreThanAHundredQuestions() {
        Asked asked = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML"), TrialRegistry.NOW);
        for (int i = 0; i < 100; i++) {
            mali.kept().save(regulator(State.ML), "q" + i, asked);
        }
        mali.kept().save(regulator(State.ML), "q0", asked);

        assertThatThrownBy(() -> mali.kept().save(regulator(State.ML), "q100", asked))
                .hasMessageStartingWith("TOO_MUCH");
    }

    private void healthIsSealedInOuagadougou() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.ML, RegistryFixture.granted(hour(1), "REPLICATE"));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        mali.say(State.ML, new ReplicaGiven(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7));
    }

    private static PlacementRefused refused(int hour) {
        return new PlacementRefused(
                hour(hour),
                new RequestId("request-2"),
                RegistryFixture.terms("REPLICATE"),
                "DENIED",
                REFUSED,
                RULES,
                null,
                List.of(),
                null,
                null);
    }

    private static Dataset classified(String classification) {
        Dataset plain = RegistryFixture.dataset(HEALTH, 124);
        return new Dataset(
                plain.id(),
                plain.home(),
                plain.name(),
                plain.owner(),
                classification,
                plain.categories(),
                plain.personal(),
                plain.strategic(),
                plain.controller(),
                plain.sizeGb(),
                null,
                null);
    }

    private List<String> statusesThen(int held, int known) {
        return ask(
                        Question.COPIES_THEN,
                        Map.of(
                                Blank.DATASET, "ML-DS-008",
                                Blank.ON, hour(held).toString(),
                                Blank.KNOWN, hour(known).toString()))
                .page()
                .rows()
                .stream()
                .map(row -> value(row, Column.STATUS))
                .toList();
    }

    private List<String> datasets(State reader, Question question, Map<Blank, String> blanks) {
        return mali.ask(regulator(reader), question, blanks).page().rows().stream()
                .map(row -> value(row, Column.DATASET))
                .toList();
    }

    private Answer ask(Question question, Map<Blank, String> blanks) {
        return mali.ask(regulator(State.ML), question, blanks);
    }

    private static String value(Row row, Column column) {
        return row.cell(column).value();
    }
}
