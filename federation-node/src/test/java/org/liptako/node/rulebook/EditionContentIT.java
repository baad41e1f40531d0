package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.signed;
import static org.liptako.policy.rules.Jurisdiction.BF;
import static org.liptako.policy.rules.Jurisdiction.ML;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.SourceFile;

/** An edition is what was signed, loads, and is the State's own law. */
class EditionContentIT extends EditionTrial {
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
}
