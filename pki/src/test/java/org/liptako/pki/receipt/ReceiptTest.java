package org.liptako.pki.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.Alliance;

class ReceiptTest {
    private static final TrialReceipts RECEIPTS = new TrialReceipts();

    @ParameterizedTest
    @EnumSource
    void everyKindIsVerifiedWithTheRootAloneLongAfterTheCertificatesHaveExpired(ReceiptKind kind) throws Exception {
        Instant twentyYearsOn = TrialReceipts.MADE.plus(Duration.ofDays(20 * 365));

        ReceiptAccount account = RECEIPTS.verifier().verify(RECEIPTS.of(kind).toBytes(), twentyYearsOn);

        assertThat(account.kind()).isEqualTo(kind);
        assertThat(account.proved()).isNotEmpty();
        assertThat(account.stated())
                .extracting(Words::en)
                .contains("A revocation published after these lists does not show here.");
    }

    @Test
    void aCopySaysWhereItIsUnderWhichGrantAndByWhichArticle() throws Exception {
        ReceiptAccount account = verified(ReceiptKind.COPY);

        assertThat(account.proved())
                .extracting(Words::fr)
                .anyMatch(line -> line.contains("scellée à BF-OUA-1"))
                .anyMatch(line -> line.contains("Loi n° 2013-015, art. 11"))
                .anyMatch(line -> line.contains("cosigné par le Burkina Faso le 2026-11-21T09:59:30Z et le Niger"))
                .noneMatch(line -> line.contains("existe encore"));
        assertThat(account.stated()).extracting(Words::en).anyMatch(line -> line.contains("still exists"));
    }

    @Test
    void nobodyGrantsButTheHomeState() {
        Receipt receipt = Receipt.sealed(RECEIPTS.copyThatItsHostGranted(), RECEIPTS.node());

        assertThatThrownBy(() -> RECEIPTS.verifier().verify(receipt.toBytes(), TrialReceipts.MADE))
                .isInstanceOfSatisfying(
                        ReceiptException.class,
                        refused -> assertThat(refused.field()).isEqualTo("entries[1].payload"));
    }

    @Test
    void nobodyAcceptsACopyButTheStateOnWhoseSoilItIsToLie() throws Exception {
        Receipt receipt = Receipt.sealed(RECEIPTS.copyThatAStrangerAccepted(), RECEIPTS.node());

        assertThatThrownBy(() -> RECEIPTS.verifier().verify(receipt.toBytes(), TrialReceipts.MADE))
                .isInstanceOfSatisfying(
                        ReceiptException.class,
                        refused -> assertThat(refused.field()).isEqualTo("entries[1].payload"));
        assertThat(verified(ReceiptKind.COPY).proved())
                .extracting(Words::en)
                .anyMatch(line -> line.contains("is accepted for ML-DS-008 at BF-OUA-1"));
    }

    @Test
    void aCopyWhoseGrantIsNotInTheReceiptSaysSo() throws Exception {
        ReceiptBody whole = RECEIPTS.body(ReceiptKind.COPY);
        List<ReceiptJournal> burkina = whole.journals().subList(1, 2);
        List<ReceiptEntry> copy = whole.entries().subList(0, 1);
        ReceiptBody alone = new ReceiptBody(ReceiptKind.COPY, whole.madeAt(), null, burkina, copy, whole.trust());
        byte[] file = Receipt.sealed(alone, RECEIPTS.node()).toBytes();
        String lacking = "The home State's grant is not in this receipt.";

        ReceiptAccount account = RECEIPTS.verifier().verify(file, TrialReceipts.MADE);

        assertThat(account.stated()).extracting(Words::en).contains(lacking);
        assertThat(verified(ReceiptKind.COPY).stated()).extracting(Words::en).doesNotContain(lacking);
    }

    @Test
    void whatAnOperatorHasSignedIsStatedAndNotProved() throws Exception {
        ReceiptAccount account = verified(ReceiptKind.ERASURE);

        assertThat(account.stated()).extracting(Words::fr).anyMatch(line -> line.contains("armoire 3"));
        assertThat(account.proved()).extracting(Words::fr).noneMatch(line -> line.contains("armoire 3"));
    }

    @Test
    void thatACopyAbroadIsErasedIsStatedByPeopleAndADocumentAndProvedByNoMachine() throws Exception {
        ReceiptBody body = RECEIPTS.erasureThatPeopleHaveSigned(State.ML, "XX-EU-1");

        ReceiptAccount account =
                RECEIPTS.verifier().verify(Receipt.sealed(body, RECEIPTS.node()).toBytes(), TrialReceipts.MADE);

        assertThat(account.proved())
                .extracting(Words::fr)
                .anyMatch(line -> line.contains("ML operator ML-BKO-1 1, ML officer a-traore ont signé")
                        && line.contains(TrialReceipts.DOCUMENT));
        assertThat(account.stated())
                .extracting(Words::en)
                .anyMatch(line -> line.contains("no machine has proved it"))
                .anyMatch(line -> line.contains("document is not in this receipt"))
                .noneMatch(line -> line.contains("the word of the node, which sees"));
    }

    @Test
    void signaturesEraseNoCopyInTheFederationAndNoneOfAnotherState() throws Exception {
        ReceiptBody atHome = RECEIPTS.erasureThatPeopleHaveSigned(State.ML, "ML-BKO-1");
        ReceiptBody ofAnother = RECEIPTS.erasureThatPeopleHaveSigned(State.BF, "XX-EU-1");

        assertThat(fieldAtFault(atHome)).isEqualTo("entries[0].payload");
        assertThat(fieldAtFault(ofAnother)).isEqualTo("entries[0].state");
    }

    private static String fieldAtFault(ReceiptBody body) throws ReceiptException {
        byte[] file = Receipt.sealed(body, RECEIPTS.node()).toBytes();
        return RECEIPTS.verifier().check(file, TrialReceipts.MADE) instanceof ReceiptCheck.Refused refused
                ? refused.field()
                : "";
    }

    @Test
    void aStateSaysHowFarEachJournalWasReadEvenOneThatSaysNothing() throws Exception {
        assertThat(verified(ReceiptKind.STATE).proved())
                .extracting(Words::en)
                .anyMatch(line -> line.startsWith("Niger has signed its journal of 5 entries"));
    }

    @Test
    void anotherRootProvesNothing() {
        byte[] file = RECEIPTS.of(ReceiptKind.COPY).toBytes();
        ReceiptVerifier other =
                new ReceiptVerifier(Alliance.ZONE, Alliance.found().roots());

        assertThatThrownBy(() -> other.verify(file, TrialReceipts.MADE))
                .isInstanceOfSatisfying(
                        ReceiptException.class,
                        refused -> assertThat(refused.field()).isEqualTo("trust[0].signatures"));
    }

    @Test
    void onlyANodeSealsReceipts() {
        Receipt receipt = Receipt.sealed(
                RECEIPTS.body(ReceiptKind.REFUSAL), RECEIPTS.signer(Party.of(State.ML, Role.OFFICER, "1")));

        assertThatThrownBy(() -> RECEIPTS.verifier().verify(receipt.toBytes(), TrialReceipts.MADE))
                .isInstanceOfSatisfying(
                        ReceiptException.class,
                        refused -> assertThat(refused.field()).isEqualTo("seal.chain"));
    }

    @Test
    void aReceiptOfTheFutureIsRefused() {
        byte[] file = RECEIPTS.of(ReceiptKind.REFUSAL).toBytes();

        assertThatThrownBy(() -> RECEIPTS.verifier().verify(file, TrialReceipts.MADE.minus(Duration.ofHours(1))))
                .isInstanceOfSatisfying(
                        ReceiptException.class,
                        refused -> assertThat(refused.field()).isEqualTo("madeAt"));
    }

    @Test
    void whatIsNoReceiptIsSaidToBeNone() {
        for (String file : List.of(
                "", "null", "[]", "{", "{\"format\":\"liptako-receipt/v2\"}", "%PDF-1.4", "[".repeat(100_000))) {
            assertThatThrownBy(
                            () -> RECEIPTS.verifier().verify(file.getBytes(StandardCharsets.UTF_8), TrialReceipts.MADE))
                    .isInstanceOfSatisfying(
                            ReceiptException.class,
                            refused -> assertThat(refused.isUnreadable()).isTrue());
        }
    }

    @Test
    void aFileThatIsMadeToTakeLongIsRefusedAtOnce() {
        String texts = "{\n  \"x\": [" + "\"\"".repeat(1_900_000) + "\n}";
        String names = "{\n  \"" + "x".repeat(2_000_000) + "\": [\n" + "\"a\": 1\n".repeat(250_000) + "}";
        for (String file : List.of(texts, names)) {
            byte[] slow = file.getBytes(StandardCharsets.UTF_8);
            boolean refused = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> isRefused(slow));
            assertThat(refused).isTrue();
        }
    }

    private static boolean isRefused(byte[] file) {
        try {
            RECEIPTS.verifier().verify(file, TrialReceipts.MADE);
            return false;
        } catch (ReceiptException e) {
            return true;
        }
    }

    private ReceiptAccount verified(ReceiptKind kind) throws ReceiptException {
        return RECEIPTS.verifier().verify(RECEIPTS.of(kind).toBytes(), TrialReceipts.MADE);
    }
}
