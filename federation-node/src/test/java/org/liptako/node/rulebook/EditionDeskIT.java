package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.nothing;
import static org.liptako.node.rulebook.TrialEditions.officer;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.sign;
import static org.liptako.node.rulebook.TrialEditions.signed;
import static org.liptako.node.rulebook.TrialEditions.withdrawal;
import static org.liptako.policy.rules.Jurisdiction.AES;
import static org.liptako.policy.rules.Jurisdiction.BF;
import static org.liptako.policy.rules.Jurisdiction.ML;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.journal.event.RuleSetInForce;
import org.liptako.node.journal.event.RuleSetPublished;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.EditionDirectory;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.SourceFile;

/** What is published is journaled, comes into force at its instant, and can be withdrawn. */
class EditionDeskIT extends EditionTrial {
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
}
