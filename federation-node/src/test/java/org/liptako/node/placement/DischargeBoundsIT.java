package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialDuties.MALIAN_OFFICER;
import static org.liptako.node.placement.TrialDuties.TWO_SIGNATURES;
import static org.liptako.node.placement.TrialDuties.duty;
import static org.liptako.node.placement.TrialDuties.outcome;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.journal.event.DutyEvidence;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.placement.duty.DutyStatus;
import org.liptako.pki.evidence.Digest;

/** A State's journal may say of its duties whatever it likes, and so often that the others would reckon for ever: so much of it is looked at, and no more. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DischargeBoundsIT {
    private static final int WORDS = 16;
    private static final int DOCUMENTS = 1_000;

    @RegisterExtension
    final TrialDuties trial = new TrialDuties();

    private final TrialNode mali = trial.mali();

    @Test
    void theSixteenthWordOnADocumentCountsAndTheSeventeenthDoesNot() {
        DutyDischarged said = firstWord();

        say(Collections.nCopies(WORDS, word(said, "one document", "a-traore")));
        say(List.of(word(said, "one document", "f-keita")));
        assertThat(status()).as("word %d", WORDS + 1).isEqualTo(DutyStatus.OPEN);

        say(Collections.nCopies(WORDS - 1, word(said, "another document", "a-traore")));
        assertThat(status()).as("one person").isEqualTo(DutyStatus.OPEN);
        say(List.of(word(said, "another document", "f-keita")));
        assertThat(status()).as("word %d", WORDS).isEqualTo(DutyStatus.DISCHARGED);
    }

    @Test
    void theThousandDocumentsThatCameLastCountAndTheOneBeforeThemDoesNot() {
        DutyDischarged said = firstWord();
        say(List.of(word(said, "signed by two", "a-traore"), word(said, "signed by two", "f-keita")));
        assertThat(status()).isEqualTo(DutyStatus.DISCHARGED);

        say(IntStream.range(1, DOCUMENTS)
                .mapToObj(number -> word(said, "signed by one, " + number, "a-traore"))
                .toList());
        assertThat(status()).as("document %d from the end", DOCUMENTS).isEqualTo(DutyStatus.DISCHARGED);
        say(List.of(word(said, "signed by one, the last", "a-traore")));
        assertThat(status()).as("document %d from the end", DOCUMENTS + 1).isEqualTo(DutyStatus.OPEN);
    }

    /** As the desk journals it, of a document of its own. */
    private DutyDischarged firstWord() {
        assertThat(outcome(mali, MALIAN_OFFICER, duty(mali, TWO_SIGNATURES), "first"))
                .isEqualTo("OPEN");
        return mali.journaled(DutyDischarged.class).getFirst();
    }

    /** Past the desk, as another State's node may. */
    private void say(List<? extends JournalEvent> words) {
        mali.journal.append(List.copyOf(words));
    }

    private DutyStatus status() {
        return duty(mali, TWO_SIGNATURES).status();
    }

    /** One person's, with a certificate and a key of their own. */
    private static DutyDischarged word(DutyDischarged said, String document, String name) {
        return new DutyDischarged(
                said.at(),
                said.duty(),
                said.dataset(),
                said.source(),
                said.rule(),
                said.code(),
                said.doneAt(),
                "ML officer " + name,
                "certificate of " + name,
                "key of " + name,
                new DutyEvidence(Digest.over(document.getBytes(UTF_8)), document),
                null);
    }
}
