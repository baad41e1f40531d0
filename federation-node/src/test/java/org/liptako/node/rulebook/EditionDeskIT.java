package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.held;
import static org.liptako.node.rulebook.TrialEditions.nothing;
import static org.liptako.node.rulebook.TrialEditions.officer;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.sign;
import static org.liptako.node.rulebook.TrialEditions.signed;
import static org.liptako.node.rulebook.TrialEditions.weighed;
import static org.liptako.node.rulebook.TrialEditions.withdrawal;
import static org.liptako.policy.rules.Jurisdiction.AES;
import static org.liptako.policy.rules.Jurisdiction.BF;
import static org.liptako.policy.rules.Jurisdiction.ML;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.RuleSetInForce;
import org.liptako.node.journal.event.RuleSetPublished;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionDirectory;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.SourceFile;

class EditionDeskIT {
    private final HandSetClock clock = new HandSetClock(Instant.now());
    private final TrialRulebook mali = new TrialRulebook(State.ML, clock);
    private final List<SourceFile> rules = samples(ML, "");
    private final RuleEdition first = enactment(ML, null, clock.instant(), clock.instant(), rules);

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void permitsNothingBeforeBothTheStateAndTheAllianceHavePublished() throws Exception {
        assertThat(mali.ruleSets.inForce().ruleSet().rules()).isEmpty();

        mali.desk.publish(signed(first, rules));
        assertThat(mali.ruleSets.inForce().ruleSet().rules()).isEmpty();

        publishAes(clock.instant());
        assertThat(mali.ruleSets.inForce().ruleSet().of(ML).rules()).isNotEmpty();
        assertThat(mali.ruleSets.inForce().ruleSet().of(AES).rules()).isNotEmpty();
        assertThat(mali.ruleSets.inForce().ruleSet().of(BF).rules()).isEmpty();
    }

    @Test
    void journalsWhoSignedWhatAndWhenItIsInForce() throws Exception {
        publishAes(clock.instant());
        SignedEdition edition = signed(first, rules);
        mali.desk.publish(edition);
        mali.desk.publish(edition);

        assertThat(mali.journaled(RuleSetPublished.class))
                .extracting(RuleSetPublished::jurisdiction)
                .containsExactly("AES", "ML");
        RuleSetPublished said = mali.journaled(RuleSetPublished.class).getLast();
        assertThat(said.signers()).containsExactly("ML officer 1", "ML officer 2");
        assertThat(said.edition().hex()).isEqualTo(edition.digest());
        assertThat(mali.journaled(RuleSetInForce.class).getLast().ruleSet())
                .isEqualTo(mali.ruleSets.inForce().digest());
        EditionDirectory copy = new EditionDirectory(mali.copies.resolve("ML").resolve("000001"));
        assertThat(copy.readDocument()).isEqualTo(edition.content());
        assertThat(copy.readSignatures()).hasValue(edition.signatures());
        assertThat(Files.readAllBytes(copy.root().resolve("regles").resolve("ml.yaml")))
                .isEqualTo(rules.getFirst().bytes());
    }

    @Test
    void countsOneOfficerOnce() {
        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1), officer(State.ML, 1))))
                .isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1)))).isEqualTo(EditionRefusal.NO_QUORUM);
    }

    @Test
    void takesOneOfficerMoreWhereTheImpactIsGraveOrNotSaid() {
        Credential third = TrialRegion.of(TrialRegion.someone(State.ML, Role.OFFICER));
        RuleEdition silent = weighed(first, null);
        RuleEdition copies = weighed(first, new EditionImpact(5_000, 60, 40, 0, 1));
        RuleEdition terabytes = weighed(first, new EditionImpact(5_000, 1, 0, 0, 100_000));
        for (RuleEdition grave : List.of(silent, copies, terabytes)) {
            assertThat(mali.refusal(sign(grave, rules, officer(State.ML, 1), officer(State.ML, 2))))
                    .isEqualTo(EditionRefusal.NO_QUORUM);
        }
        assertThat(mali.refusal(sign(copies, rules, officer(State.ML, 1), officer(State.ML, 2), third)))
                .isNull();
    }

    @Test
    void countsNoOfficerOfAnotherState() {
        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1), officer(State.BF, 1))))
                .isEqualTo(EditionRefusal.NO_QUORUM);
    }

    @Test
    void countsNeitherTheNodesKeyNorAnAdministrators() {
        Credential node =
                TrialRegion.tree().node(TrialRegion.capital(State.ML), 1).read();
        Credential administrator = TrialRegion.tree().administrator(State.ML).read();

        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1), node))).isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(sign(first, rules, officer(State.ML, 1), administrator)))
                .isEqualTo(EditionRefusal.NO_QUORUM);
    }

    @Test
    void countsNoOfficerWhoWasRevokedWhenSigning() {
        Credential revoked = TrialRegion.of(TrialRegion.someone(State.ML, Role.OFFICER));
        SignedEdition edition = sign(first, rules, officer(State.ML, 1), revoked);
        mali.trust.take(List.of(TrialTrust.next(null, Set.of())), TrialTrust.lists(1, List.of(revoked.certificate())));

        assertThat(mali.refusal(edition)).isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(signed(first, rules))).isNull();
    }

    @Test
    void takesAesRulesFromAllThreeStatesOnly() {
        List<SourceFile> common = samples(AES, "");
        RuleEdition edition = enactment(AES, null, clock.instant(), clock.instant(), common);

        assertThat(mali.refusal(
                        sign(edition, common, officer(State.ML, 1), officer(State.ML, 2), officer(State.BF, 1))))
                .isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(signed(edition, common))).isNull();
    }

    @Test
    void takesNoOlderEdition() throws Exception {
        HeldEdition one = publish(first, rules);
        List<SourceFile> next = samples(ML, "next");
        clock.advance(Duration.ofSeconds(2));
        publish(enactment(ML, one, clock.instant(), clock.instant(), next), next);

        assertThat(mali.refusal(signed(first, rules))).isEqualTo(EditionRefusal.OLD);
    }

    @Test
    void takesNoRivalHistoryEvenFromTheRightOfficers() throws Exception {
        HeldEdition one = publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        List<SourceFile> other = samples(ML, "other");
        RuleEdition rival = enactment(ML, null, clock.instant(), clock.instant(), other);
        RuleEdition ofTheRival = enactment(ML, held(signed(rival, other)), clock.instant(), clock.instant(), other);

        assertThat(mali.refusal(signed(rival, other))).isEqualTo(EditionRefusal.FORKED);
        assertThat(mali.refusal(signed(ofTheRival, other))).isEqualTo(EditionRefusal.FORKED);
        assertThat(mali.desk.lines().of(ML).newest()).contains(one);
    }

    @Test
    void raisesTheAlarmOnceWhenAPeerHandsOnASignedRival() throws Exception {
        publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        List<SourceFile> other = samples(ML, "other");
        SignedEdition rival = signed(enactment(ML, null, clock.instant(), clock.instant(), other), other);
        mali.desk.take(rival, State.BF);
        mali.desk.take(rival, State.BF);

        assertThat(mali.journaled(AlarmRaised.class)).singleElement().satisfies(alarm -> {
            assertThat(alarm.code()).isEqualTo("EDITION_FORKED");
            assertThat(alarm.about()).isEqualTo(State.BF);
        });
    }

    @Test
    void takesNothingThatWasEditedAfterSigning() {
        SignedEdition good = signed(first, rules);
        String document = new String(good.content(), StandardCharsets.UTF_8);
        byte[] edited =
                document.replace("\"version\" : 1,", "\"version\" : 1 ,").getBytes(StandardCharsets.UTF_8);
        byte[] redated = EditionCodec.encode(
                enactment(ML, null, clock.instant(), clock.instant().plusSeconds(9), rules));
        SourceFile changed = TrialEditions.file("ml.yaml", "recueil: ML\nregles: []\n");

        assertThat(mali.refusal(new SignedEdition(edited, good.signatures(), rules)))
                .isEqualTo(EditionRefusal.MALFORMED);
        assertThat(mali.refusal(new SignedEdition(redated, good.signatures(), rules)))
                .isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(new SignedEdition(good.content(), good.signatures(), List.of(changed))))
                .isEqualTo(EditionRefusal.FILE_CHANGED);
        assertThat(mali.refusal(new SignedEdition(good.content(), new byte[0], rules)))
                .isEqualTo(EditionRefusal.UNSIGNED);
    }

    @Test
    void takesNoFileThatIsNotSignedAndMissesNoneThatIs() {
        SignedEdition good = signed(first, rules);
        SourceFile more = TrialEditions.file("more.yaml", "recueil: ML\nregles: []\n");

        assertThat(mali.refusal(new SignedEdition(good.content(), good.signatures(), List.of(rules.getFirst(), more))))
                .isEqualTo(EditionRefusal.UNSIGNED_FILE);
        assertThat(mali.refusal(new SignedEdition(good.content(), good.signatures(), List.of())))
                .isEqualTo(EditionRefusal.FILE_MISSING);
    }

    @Test
    void takesNoRulesThatDoNotLoadOrAreAnothersOrHaveNoLegalValue() {
        List<SourceFile> broken = List.of(TrialEditions.file("ml.yaml", "recueil: ML\nregles: [{}]\n"));
        List<SourceFile> others = List.of(TrialEditions.file("ml.yaml", "recueil: BF\nregles: []\n"));

        assertThat(mali.refusal(signed(enactment(ML, null, clock.instant(), clock.instant(), broken), broken)))
                .isEqualTo(EditionRefusal.RULES_INVALID);
        assertThat(mali.refusal(signed(enactment(ML, null, clock.instant(), clock.instant(), others), others)))
                .isEqualTo(EditionRefusal.RULES_INVALID);
        assertThat(catchThrowableOfType(
                                RefusedEditionException.class,
                                () -> new EditionJudge(new EditionQuorum(mali.trust), false, new LoadedRules())
                                        .judge(
                                                signed(first, rules),
                                                EditionQuorum.Origin.PUBLISHED,
                                                EditionLines.NONE,
                                                PublishedWords.PRODUCT,
                                                clock.instant()))
                        .refusal())
                .isEqualTo(EditionRefusal.NOT_LAW);
    }

    @Test
    void publishesNoOtherStatesRules() {
        List<SourceFile> burkinas = samples(BF, "");
        RuleEdition edition = enactment(BF, null, clock.instant(), clock.instant(), burkinas);

        assertThat(mali.refusal(signed(edition, burkinas))).isEqualTo(EditionRefusal.OTHER_JURISDICTION);
    }

    @Test
    void changesTheRulesAtTheInstantAndNotBefore() throws Exception {
        publishAes(clock.instant());
        HeldEdition one = publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        Instant dawn = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        List<SourceFile> silent = nothing(ML);
        publish(enactment(ML, one, clock.instant(), dawn, silent), silent);
        RulesInForce before = mali.ruleSets.inForce();

        assertThat(mali.ruleSets.inForce(dawn.minusNanos(1))).isSameAs(before);
        assertThat(mali.ruleSets.inForce(dawn).ruleSet().of(ML).rules()).isEmpty();

        clock.advance(Duration.between(clock.instant(), dawn));
        RulesInForce after = mali.ruleSets.inForce();
        assertThat(after.ruleSet().of(ML).rules()).isEmpty();
        mali.keeper.keep();
        assertThat(mali.ruleSets.inForce()).isSameAs(after);
        assertThat(mali.ruleSets.inForce(dawn.minusNanos(1))).isSameAs(before);
        assertThat(mali.journaled(RuleSetInForce.class).getLast().ruleSet()).isEqualTo(after.digest());
    }

    @Test
    void aHeldJournalIsToldOfTheRulesOnceItGoesOn() throws Exception {
        publishAes(clock.instant());
        HeldEdition one = publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        Instant dawn = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        List<SourceFile> silent = nothing(ML);
        publish(enactment(ML, one, clock.instant(), dawn, silent), silent);
        mali.journal.hold().hold(new Sentence("La base est plus ancienne.", "The database is older."));
        clock.advance(Duration.between(clock.instant(), dawn));
        int before = mali.journaled(RuleSetInForce.class).size();

        mali.keeper.keep();
        assertThat(mali.ruleSets.inForce().ruleSet().of(ML).rules()).isEmpty();
        assertThat(mali.journaled(RuleSetInForce.class)).hasSize(before);

        mali.journal.hold().release();
        mali.keeper.keep();
        assertThat(mali.journaled(RuleSetInForce.class).getLast().ruleSet())
                .isEqualTo(mali.ruleSets.inForce().digest());
        assertThat(mali.journaled(RuleSetInForce.class)).hasSize(before + 1);
    }

    @Test
    void changesBothEnginesTogetherAndLetsCallsUnderWayEnd() throws Exception {
        try (TrialRulebook both = new TrialRulebook(State.ML, clock, EngineChoice.BOTH)) {
            List<SourceFile> common = samples(AES, "");
            both.desk.publish(signed(enactment(AES, null, clock.instant(), clock.instant(), common), common));
            HeldEdition one = both.desk.publish(signed(first, rules)).held();
            RulesInForce before = both.ruleSets.inForce();
            clock.advance(Duration.ofSeconds(2));
            List<SourceFile> silent = nothing(ML);
            both.desk.publish(signed(enactment(ML, one, clock.instant(), clock.instant(), silent), silent));
            RulesInForce after = both.ruleSets.inForce();

            assertThat(after.digest()).isNotEqualTo(before.digest());
            assertThat(List.of(before, after)).allSatisfy(rulesThen -> {
                Facts nothing = Facts.builder(rulesThen.ruleSet().vocabulary())
                        .at(clock.instant())
                        .build();
                assertThat(rulesThen.engine().judge(nothing)).isInstanceOf(Judgement.Decided.class);
                assertThat(rulesThen.engine().ruleSetDigest())
                        .isEqualTo(rulesThen.digest().hex());
            });
        }
    }

    @Test
    void withdrawsAtOnceForAllQuestions() throws Exception {
        publishAes(clock.instant());
        HeldEdition one = publish(first, rules);
        var good = mali.ruleSets.inForce().digest();
        clock.advance(Duration.ofSeconds(2));
        List<SourceFile> silent = nothing(ML);
        HeldEdition two = publish(enactment(ML, one, clock.instant(), clock.instant(), silent), silent);
        assertThat(mali.ruleSets.inForce().digest()).isNotEqualTo(good);
        clock.advance(Duration.ofSeconds(2));

        assertThat(mali.refusal(sign(withdrawal(two, one, clock.instant()), rules, officer(State.ML, 1))))
                .isEqualTo(EditionRefusal.NO_QUORUM);
        publish(withdrawal(two, one, clock.instant()), rules);

        assertThat(mali.ruleSets.inForce().digest()).isEqualTo(good);
        assertThat(mali.ruleSets.inForce(clock.instant().minusSeconds(1)).digest())
                .isEqualTo(good);
    }

    @Test
    void letsTwoStatesWithdrawAesRulesThatThreeMadeAndNothingElse() throws Exception {
        HeldEdition one = publishAes(clock.instant());
        clock.advance(Duration.ofSeconds(2));
        List<SourceFile> next = samples(AES, "next");
        HeldEdition two = publish(enactment(AES, one, clock.instant(), clock.instant(), next), next);
        clock.advance(Duration.ofSeconds(2));
        List<SourceFile> common = samples(AES, "");
        RuleEdition back = withdrawal(two, one, clock.instant());

        assertThat(mali.refusal(sign(back, common, officer(State.ML, 1), officer(State.ML, 2))))
                .isEqualTo(EditionRefusal.NO_QUORUM);
        assertThat(mali.refusal(sign(back, common, officer(State.ML, 1), officer(State.NE, 2))))
                .isNull();
    }

    private HeldEdition publishAes(Instant from) throws Exception {
        List<SourceFile> common = samples(AES, "");
        return publish(enactment(AES, null, clock.instant(), from, common), common);
    }

    private HeldEdition publish(RuleEdition edition, List<SourceFile> files) throws Exception {
        return mali.desk.publish(signed(edition, files)).held();
    }
}
