package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.signed;
import static org.liptako.policy.rules.Jurisdiction.AES;
import static org.liptako.policy.rules.Jurisdiction.ML;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.TrialOpa;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.OpaConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;

/** Rules that were weighed are made ready in both engines before anybody signs them, and judge nothing before they are in force. */
class ForeseenRulesIT {
    private final HandSetClock clock = new HandSetClock(Instant.now());
    private final List<SourceFile> amended = samples(ML, "amended");

    @TempDir
    private Path directory;

    private TrialOpa opa;
    private TrialRulebook mali;
    private HeldEdition first;

    @BeforeEach
    void publish() throws Exception {
        opa = new TrialOpa(directory);
        opa.start();
        mali = new TrialRulebook(
                State.ML, clock, new RulesConfig(null, EngineChoice.BOTH, new OpaConfig(opa.url(), opa.tokenFile())));
        publish(AES, null, samples(AES, ""));
        first = publish(ML, null, samples(ML, ""));
    }

    @AfterEach
    void close() {
        mali.close();
        opa.close();
    }

    @Test
    void areInOpaBeforeTheSignatureAndJudgeNothing() {
        Digest inForce = mali.ruleSets.inForce().digest();
        RuleSet weighed = mali.proposed(ML, amended);

        mali.engines.foresee(weighed);
        mali.keeper.keep();

        assertThat(opa.ruleSets()).contains(weighed.digest());
        assertThat(mali.ruleSets.inForce().digest()).isEqualTo(inForce);
        assertThat(mali.ruleSets.of(Digest.ofHex(weighed.digest()))).isEmpty();
    }

    @Test
    void areInForceOnTheSignatureWithoutAnotherWordToOpa() throws Exception {
        RuleSet weighed = mali.proposed(ML, amended);
        mali.engines.foresee(weighed);
        long given = opa.changes();

        publish(ML, first, amended);

        assertThat(opa.changes()).isEqualTo(given).isPositive();
        assertThat(judged()).isEqualTo(weighed.digest());
    }

    @Test
    void areGivenAgainToAnOpaThatForgotThemBeforeTheyAreInForce() throws Exception {
        RuleSet weighed = mali.proposed(ML, amended);
        mali.engines.foresee(weighed);
        opa.kill();
        opa.start();

        publish(ML, first, amended);

        assertThat(judged()).isEqualTo(weighed.digest());
    }

    @Test
    void giveWayToThoseThatAreWeighedNext() throws Exception {
        RuleSet dropped = mali.proposed(ML, samples(ML, "dropped"));
        RuleSet weighed = mali.proposed(ML, amended);
        mali.engines.foresee(dropped);
        mali.engines.foresee(weighed);
        assertThat(opa.ruleSets()).contains(weighed.digest()).doesNotContain(dropped.digest());

        publish(ML, first, samples(ML, "dropped"));

        assertThat(judged()).isEqualTo(dropped.digest());
        assertThat(opa.ruleSets()).contains(weighed.digest());
    }

    @Test
    void areNotMadeTwiceNorTakenFromUnderTheRulesInForce() throws Exception {
        RuleSet weighed = mali.proposed(ML, amended);
        mali.engines.foresee(weighed);
        publish(ML, first, amended);
        long given = opa.changes();

        mali.engines.foresee(mali.proposed(ML, amended));
        assertThat(opa.changes()).isEqualTo(given);
        mali.engines.foresee(mali.proposed(ML, samples(ML, "next")));

        assertThat(judged()).isEqualTo(weighed.digest());
    }

    /** The rule set by which the first question after it is decided. */
    private String judged() throws Exception {
        Facts nothing = Facts.builder(mali.ruleSets.inForce().ruleSet().vocabulary())
                .at(clock.instant())
                .build();
        return ((Judgement.Decided) mali.ruleSets.inForce().engine().judge(nothing)).ruleSetDigest();
    }

    private HeldEdition publish(Jurisdiction jurisdiction, @Nullable HeldEdition before, List<SourceFile> files)
            throws Exception {
        // No edition is drawn up at the instant of the one before.
        clock.advance(Duration.ofSeconds(1));
        return mali.desk
                .publish(signed(enactment(jurisdiction, before, clock.instant(), clock.instant(), files), files))
                .held();
    }
}
