package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.held;
import static org.liptako.node.rulebook.TrialEditions.inWords;
import static org.liptako.node.rulebook.TrialEditions.nothing;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.signed;
import static org.liptako.node.rulebook.TrialEditions.withdrawal;
import static org.liptako.policy.rules.Jurisdiction.AES;
import static org.liptako.policy.rules.Jurisdiction.ML;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** Words that come with an edition of the AES's rules. */
class PublishedWordsIT {
    private static final Vocabulary FIRST = Vocabulary.standard();
    private static final Vocabulary SECOND = TrialWords.second();

    private final HandSetClock clock = new HandSetClock(Instant.now());
    private final TrialRulebook mali = new TrialRulebook(State.ML, clock);
    private final List<SourceFile> silent = nothing(AES);
    private final List<SourceFile> worded =
            Stream.concat(silent.stream(), Stream.of(TrialWords.file())).toList();

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void areKnownOnceTheEditionIsTakenAndInUseFromItsDayOn() throws Exception {
        HeldEdition first = publish(null, FIRST, silent, Duration.ZERO);
        mali.desk.publish(
                signed(enactment(ML, null, clock.instant(), clock.instant(), samples(ML, "")), samples(ML, "")));
        String before = mali.ruleSets.inForce().ruleSet().of(ML).digest();
        publish(first, SECOND, worded, Duration.ofHours(1));

        assertThat(mali.ruleSets.vocabularies()).containsExactly(FIRST, SECOND);
        assertThat(mali.ruleSets.inForce().ruleSet().vocabulary()).isSameAs(FIRST);

        clock.advance(Duration.ofHours(2));
        mali.keeper.keep();
        assertThat(mali.ruleSets.inForce().ruleSet().vocabulary()).isSameAs(SECOND);
        assertThat(mali.ruleSets.inForce().ruleSet().of(ML).digest())
                .as("Mali's edition, written in the first")
                .isEqualTo(before);
        assertThat(mali.archive().vocabulary(Digest.ofHex(SECOND.digest())))
                .hasValueSatisfying(
                        file -> assertThat(file).isEqualTo(TrialWords.file().bytes()));
    }

    @Test
    void stayWhenTheEditionThatBroughtThemIsWithdrawn() throws Exception {
        HeldEdition first = publish(null, FIRST, silent, Duration.ZERO);
        HeldEdition second = publish(first, SECOND, worded, Duration.ZERO);
        List<SourceFile> rules = samples(ML, "");
        mali.desk.publish(signed(inWords(enactment(ML, null, clock.instant(), clock.instant(), rules), SECOND), rules));
        clock.advance(Duration.ofHours(1));
        mali.desk.publish(signed(withdrawal(second, first, clock.instant()), silent));

        assertThat(mali.ruleSets.vocabularies()).containsExactly(FIRST, SECOND);
        assertThat(mali.ruleSets.inForce().ruleSet().vocabulary()).isSameAs(SECOND);
        assertThat(mali.ruleSets.inForce().ruleSet().of(ML).rules()).isNotEmpty();
        assertThat(refusal(inWords(next(third(), silent), FIRST), silent)).isNull();
    }

    @Test
    void comeFromTheAllianceAloneAndOnlyAdd() throws Exception {
        HeldEdition first = publish(null, FIRST, silent, Duration.ZERO);
        List<SourceFile> rules = samples(ML, "");
        List<SourceFile> own =
                Stream.concat(rules.stream(), Stream.of(TrialWords.file())).toList();
        List<SourceFile> changed = List.of(
                silent.getFirst(),
                TrialEditions.file("vocabulaire.yaml", TrialWords.text().replace("jeu.strategique", "jeu.souverain")));
        RuleEdition early = inWords(enactment(ML, null, clock.instant(), clock.instant(), rules), SECOND);

        assertThat(refusal(early, rules)).isEqualTo(EditionRefusal.OTHER_VOCABULARY);
        assertThat(refusal(inWords(enactment(ML, null, clock.instant(), clock.instant(), own), SECOND), own))
                .isEqualTo(EditionRefusal.VOCABULARY_NOT_COMMON);
        assertThat(refusal(next(first, worded), worded))
                .as("names the first and brings the second")
                .isEqualTo(EditionRefusal.OTHER_VOCABULARY);
        assertThat(mali.refusal(signed(named(next(first, changed), changed.getLast()), changed)))
                .isEqualTo(EditionRefusal.VOCABULARY_INVALID);
        publish(first, SECOND, worded, Duration.ZERO);
        assertThat(refusal(early, rules)).isNull();
    }

    private HeldEdition publish(@Nullable HeldEdition before, Vocabulary words, List<SourceFile> files, Duration waits)
            throws Exception {
        clock.advance(Duration.ofSeconds(2));
        SignedEdition edition = signed(
                inWords(enactment(AES, before, clock.instant(), clock.instant().plus(waits), files), words), files);
        mali.desk.publish(edition);
        return held(edition);
    }

    private HeldEdition third() {
        return mali.desk.lines().of(AES).newest().orElseThrow();
    }

    private RuleEdition next(HeldEdition before, List<SourceFile> files) {
        clock.advance(Duration.ofSeconds(2));
        return enactment(AES, before, clock.instant(), clock.instant(), files);
    }

    private static RuleEdition named(RuleEdition edition, SourceFile words) {
        return new RuleEdition(
                edition.jurisdiction(),
                edition.version(),
                edition.previousDigest(),
                edition.act(),
                edition.restored(),
                edition.issuedAt(),
                edition.inForceFrom(),
                Digest.over(words.bytes()).hex(),
                edition.files(),
                edition.annexes(),
                edition.weight());
    }

    private @Nullable EditionRefusal refusal(RuleEdition edition, List<SourceFile> files) {
        return mali.refusal(signed(edition, files));
    }
}
