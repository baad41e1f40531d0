package org.liptako.node.journal.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.JournalLoss;
import org.liptako.node.journal.event.JournalLossOrdered;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/** Burkina Faso alone has the newest entries and does not give them back: two officers of Mali may give them up, after a wait and for all to see. */
class LossOrderIT extends RestoreTrial {
    private static final Duration WAIT = Duration.ofDays(3);

    private Mali restored;
    private Instant since;

    @BeforeEach
    void aPeerShowsAHeadAndGivesNothing() {
        officers = (order, signatures, from, now) -> {
            if (!Arrays.equals(signatures, signed(order))) {
                throw Failure.of(ErrorCode.STATEMENT_INVALID, "Signé par personne.", "Signed by nobody.");
            }
            return List.of("Awa", "Issa");
        };
        before.restore.remember();
        restored = before.backup();
        niger.hear(before);
        burkina.hear(before.with("d", "e", "f"));
        burkina.giving = false;
        since = Instant.ofEpochSecond(time.instant().getEpochSecond());
    }

    @Test
    void afterTheWaitTwoOfficersGiveUpWhatAPeerWithholdsAndTheJournalSaysSo() throws IOException {
        assertThat(look(restored)).isFalse();
        assertThat(restored.why())
                .contains("Burkina Faso shows that this State signed 6 entries", "from " + since.plus(WAIT));
        byte[] order = Files.readAllBytes(order());
        sign();
        time.advance(WAIT);
        assertThat(look(restored)).isTrue();

        assertThat(restored.events(3)).singleElement().isInstanceOfSatisfying(JournalLossOrdered.class, loss -> {
            assertThat(loss.first()).isEqualTo(3);
            assertThat(loss.end()).isEqualTo(6);
            assertThat(loss.withheldBy()).containsExactly(State.BF);
            assertThat(loss.silent()).isEmpty();
            assertThat(loss.since()).isEqualTo(since);
            assertThat(loss.order()).isEqualTo(Digest.over(order));
            assertThat(loss.signers()).containsExactly("Awa", "Issa");
            byte[] made = LossOrder.of(
                            State.ML, loss.first(), loss.end(), loss.withheldBy(), loss.silent(), loss.since())
                    .toJson();
            assertThat(made)
                    .as("the bytes that were signed, out of the entry alone")
                    .isEqualTo(order);
            assertThat(Base64.getDecoder().decode(requireNonNull(loss.signatures())))
                    .isEqualTo(signed(order));
        });
        restored.with("g");
        niger.hear(restored);
        assertThat(niger.journals.status(State.ML).chain()).isEqualTo(restored.journal.chain());
        assertThat(directory.resolve("data")).isDirectoryNotContaining("glob:**journal-loss*");
    }

    @Test
    void whatWasGivenUpHoldsTheJournalNoMoreWhoeverShowsItAgain() throws IOException {
        givenUp();
        burkina.cosigned = new TrialLog(State.ML).with(6, "entry").lastCheckpoint();
        burkina.giving = true;

        Mali again = restored.with("g", "h", "i").backup();
        assertThat(look(again)).isTrue();
        assertThat(again.why()).isEmpty();
        assertThat(look(again.backup())).isTrue();
    }

    @Test
    void nothingIsGivenUpBeforeTheWaitIsOverOrWithoutSignatures() throws IOException {
        look(restored);
        sign();
        time.advance(WAIT.minusSeconds(1));
        assertThat(look(restored)).isFalse();
        Files.delete(signatures());
        time.advance(WAIT);
        assertThat(look(restored)).isFalse();
        Files.write(signatures(), new byte[] {1});
        assertThat(look(restored)).isFalse();

        assertThat(restored.why()).contains("Signed by nobody");
        assertThat(restored.journal.chain().length()).isEqualTo(3);
    }

    @Test
    void aSignedOrderGivesNothingUpThatComesBackAfterAll() throws IOException {
        look(restored);
        sign();
        time.advance(WAIT);
        burkina.giving = true;

        assertThat(look(restored)).isTrue();

        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
        assertThat(order()).doesNotExist();
    }

    @Test
    void aDatabaseThatContradictsWhatWasSignedIsNotGoneOnWithByOrder() throws IOException {
        Mali other = restored.backup().with("another d");
        look(restored);
        sign();
        time.advance(WAIT);
        burkina.giving = true;

        assertThat(look(other)).isFalse();

        assertThat(other.why()).contains("its entry 3 is not the one that this State signed");
    }

    @Test
    void anOrderIsNoOrderForMoreThanItNames() throws IOException {
        Mali atFour = new Mali(TestDatabase.fresh());
        burkina.giving = true;
        assertThat(atFour.restore.look()).isTrue();
        burkina.giving = false;
        look(restored);
        sign();
        burkina.hear(atFour.with("g"));
        time.advance(WAIT);

        assertThat(look(restored)).isFalse();

        assertThat(signatures()).doesNotExist();
        assertThat(Files.readString(order())).contains("\"end\":7", "\"since\":\"" + since + "\"");
        sign();
        assertThat(look(restored)).isTrue();
        assertThat(restored.events(3))
                .singleElement()
                .isInstanceOfSatisfying(
                        JournalLossOrdered.class, loss -> assertThat(loss.end()).isEqualTo(7));
    }

    @Test
    void signaturesAreKeptWhileAnotherPeerIsSilentAndCountAgainWhenItAnswers() throws IOException {
        look(restored);
        sign();
        byte[] first = Files.readAllBytes(order());
        niger.answering = false;
        look(restored);
        assertThat(Files.readString(order())).contains("\"silent\":[\"NE\"]");
        assertThat(signatures()).as("nobody has signed this one").doesNotExist();
        time.advance(WAIT);
        assertThat(look(restored)).as("Niger may have more").isFalse();

        niger.answering = true;

        assertThat(look(restored)).isTrue();
        assertThat(restored.events(3))
                .singleElement()
                .isInstanceOfSatisfying(
                        JournalLossOrdered.class,
                        loss -> assertThat(loss.order()).isEqualTo(Digest.over(first)));
        assertThat(directory.resolve("data")).isDirectoryNotContaining("glob:**journal-loss*");
    }

    @Test
    void anOrderThatTooFewHaveSignedDoesNotTakeThePlaceOfOneThatCounts() throws IOException {
        look(restored);
        sign();
        byte[] first = Files.readAllBytes(order());
        niger.answering = false;
        look(restored);
        Files.write(signatures(), new byte[] {1});
        niger.answering = true;
        niger.cosigned = new TrialLog(State.ML).with(5, "entry").lastCheckpoint();
        look(restored);
        assertThat(Files.readString(order())).contains("[\"BF\",\"NE\"]");
        time.advance(WAIT);
        niger.cosigned = Optional.empty();

        assertThat(look(restored)).isTrue();
        assertThat(restored.events(3))
                .singleElement()
                .isInstanceOfSatisfying(
                        JournalLossOrdered.class,
                        loss -> assertThat(loss.order()).isEqualTo(Digest.over(first)));
    }

    @Test
    void anOrderThatNamesWhoeverIsSilentSinceTakesItsOwnSignatures() throws IOException {
        look(restored);
        sign();
        niger.answering = false;
        look(restored);
        sign();
        time.advance(WAIT);

        assertThat(look(restored)).isTrue();

        assertThat(restored.events(3)).singleElement().isInstanceOfSatisfying(JournalLossOrdered.class, loss -> {
            assertThat(loss.withheldBy()).containsExactly(State.BF);
            assertThat(loss.silent()).containsExactly(State.NE);
        });
    }

    @Test
    void aRewindOfWhatAnotherStateHasReadSinceIsHeldAsEver() throws IOException {
        Mali early = restored.backup();
        givenUp();
        niger.hear(restored.with("g"));
        niger.giving = false;

        assertThat(look(early)).isFalse();

        assertThat(early.why()).contains("gives none that lead beyond 3");
        assertThat(Files.readString(order())).contains("[\"BF\",\"NE\"]");
    }

    @Test
    void whatIsLostOfTheNewEntriesIsDeclaredLikeAnyOther() throws IOException {
        givenUp();
        Mali early = restored.backup();
        restored.with("g").restore.remember();

        assertThat(look(early)).isTrue();

        assertThat(early.events(4)).singleElement().isInstanceOfSatisfying(JournalLoss.class, loss -> {
            assertThat(loss.first()).isEqualTo(4);
            assertThat(loss.end()).isEqualTo(5);
        });
    }

    @Test
    void whatAPeerHasReadAfterAnOrderAgainstItIsTakenBack() throws IOException {
        niger.answering = false;
        givenUp();
        niger.answering = true;
        Mali early = restored.backup();
        niger.hear(restored.with("g"));

        assertThat(look(early)).isTrue();

        assertThat(early.journal.chain()).isEqualTo(restored.journal.chain());
    }

    @Test
    void aPeerThatIsSilentForEverCanBeGivenUpTooAndIsNotWaitedForWhenItComesBack() throws IOException {
        before.restore.remember();
        burkina.answering = false;
        assertThat(look(restored)).isFalse();
        assertThat(restored.why()).contains("no answer that can be believed comes from Burkina Faso");
        sign();
        time.advance(WAIT);
        assertThat(look(restored)).isTrue();

        assertThat(restored.events(3)).singleElement().isInstanceOfSatisfying(JournalLossOrdered.class, loss -> {
            assertThat(loss.withheldBy()).isEmpty();
            assertThat(loss.silent()).containsExactly(State.BF);
        });
        burkina.answering = true;
        burkina.giving = true;
        assertThat(look(restored.with("g", "h", "i", "j").backup())).isTrue();
    }

    @Test
    void whatAWitnessCosignedAndNobodyHasReadCanBeGivenUp() throws IOException {
        burkina.answering = false;
        niger.cosigned = new TrialLog(State.ML).with(5, "entry").lastCheckpoint();
        assertThat(look(restored)).isFalse();
        sign();
        time.advance(WAIT);
        assertThat(look(restored)).isTrue();

        assertThat(restored.events(3)).singleElement().isInstanceOfSatisfying(JournalLossOrdered.class, loss -> {
            assertThat(loss.end()).isEqualTo(5);
            assertThat(loss.withheldBy()).containsExactly(State.NE);
            assertThat(loss.silent()).containsExactly(State.BF);
        });
        assertThat(restored.events(3)).noneMatch(JournalLoss.class::isInstance);
    }

    @Test
    void aHeadThatThisStateHasNotSignedNeedsNoOrder() {
        burkina.forging = true;

        assertThat(look(restored)).isTrue();

        assertThat(order()).doesNotExist();
    }

    private void givenUp() throws IOException {
        look(restored);
        sign();
        time.advance(WAIT);
        assertThat(look(restored)).isTrue();
    }

    /** As a start does. */
    private static boolean look(Mali mali) {
        mali.restore.begin();
        return mali.restore.look();
    }

    private Path order() {
        return directory.resolve("data").resolve(LossOrders.FILE);
    }

    private Path signatures() {
        return directory.resolve("data").resolve(LossOrders.FILE + ".p7s");
    }

    private void sign() throws IOException {
        Files.write(signatures(), signed(Files.readAllBytes(order())));
    }

    private static byte[] signed(byte[] order) {
        return ("signed " + Digest.over(order)).getBytes(UTF_8);
    }
}
