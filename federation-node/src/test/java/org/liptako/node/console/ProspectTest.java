package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liptako.node.placement.WordedAdvice;
import org.liptako.node.placement.WordedDecision;
import org.liptako.node.placement.WordedDecision.Finding;
import org.liptako.node.placement.WordedDecision.MissingFact;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;

class ProspectTest {
    private static final Sentence WORDS = new Sentence("mots", "words");
    private static final MissingFact PURPOSE = new MissingFact("purpose", WORDS, false);
    private static final MissingFact TIER = new MissingFact("target.tier", WORDS, true);
    private static final MissingFact HOLD = new MissingFact("hold.judicial", WORDS, false);

    @Test
    void whatIsPermittedMayBeAskedFor() {
        assertThat(of("PERMIT", List.of(finding("PERMIT", false), finding("PERMIT", true))))
                .isEqualTo(Prospect.LIKELY);
    }

    @Test
    void whatBindsHereAndRefusesEndsIt() {
        assertThat(of("DENY", List.of(finding("DENY", false), finding("PERMIT", true))))
                .isEqualTo(Prospect.HOPELESS);
    }

    @Test
    void anotherStatesRefusalIsForItsOwnNodeToSay() {
        assertThat(of("DENY", List.of(finding("PERMIT", false), finding("DENY", true))))
                .isEqualTo(Prospect.THEIRS_TO_SAY);
    }

    @Test
    void whatTheRequesterHasNotSaidIsAskedOfThem() {
        assertThat(of("INDETERMINATE", List.of(), TIER, PURPOSE)).isEqualTo(Prospect.INCOMPLETE);
    }

    @Test
    void whatTheHostAloneKnowsIsForItsNodeToSay() {
        assertThat(of("INDETERMINATE", List.of(), TIER)).isEqualTo(Prospect.THEIRS_TO_SAY);
        assertThat(of("INDETERMINATE", List.of(), TIER, HOLD)).isEqualTo(Prospect.HOPELESS);
    }

    @Test
    void anEngineThatGaveNoAnswerPromisesNothing() {
        assertThat(of("INDETERMINATE", List.of(finding("INDETERMINATE", false))))
                .isEqualTo(Prospect.HOPELESS);
    }

    @Test
    void aStateThatIsNotBelievedIsNotAsked() {
        WordedDecision permitted = decision("PERMIT", List.of(finding("PERMIT", false)));

        assertThat(Prospect.of(advice(permitted, Optional.of(WORDS)))).isEqualTo(Prospect.HOPELESS);
    }

    private static Prospect of(String verdict, List<Finding> findings, MissingFact... missing) {
        return Prospect.of(advice(decision(verdict, findings, missing), Optional.empty()));
    }

    private static WordedAdvice advice(WordedDecision decision, Optional<Sentence> obstacle) {
        return new WordedAdvice(decision, obstacle, Digest.ofHex("a".repeat(64)), Instant.EPOCH);
    }

    private static WordedDecision decision(String verdict, List<Finding> findings, MissingFact... missing) {
        return new WordedDecision(
                verdict, findings, List.of(missing), List.of(), List.of(), Optional.empty(), "", List.of());
    }

    private static Finding finding(String verdict, boolean preview) {
        return new Finding("ML", "HOME", verdict, "PERMITTED", List.of(), List.of(), List.of(), preview);
    }
}
