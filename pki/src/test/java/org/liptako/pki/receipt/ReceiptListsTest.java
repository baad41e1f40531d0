package org.liptako.pki.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RevocationReason;
import org.liptako.pki.quorum.Alliance;
import org.liptako.pki.trust.PublishedList;

/** What the revocation lists of a receipt change. */
class ReceiptListsTest {
    private static final TrialReceipts RECEIPTS = new TrialReceipts();
    private static final Alliance ALLIANCE = RECEIPTS.alliance();
    private static final Credential MALIS_NODES = ALLIANCE.issuingCa(State.ML, Authority.NODE_CA);
    private static final Instant LISTED = TrialReceipts.MADE.minusSeconds(5);
    private static final TrialLists LISTS = new TrialLists(ALLIANCE, LISTED);

    private final Credential node = RECEIPTS.nodeCredential();

    @Test
    void withTheListsOfEveryCaEverySignerIsShownNotToHaveBeenRevoked() throws Exception {
        ReceiptAccount account = verified(LISTS.revoking(MALIS_NODES));

        assertThat(account.proved())
                .extracting(Words::en)
                .anyMatch(line -> line.startsWith("The revocation lists")
                        && line.contains("dated from " + LISTED)
                        && line.contains("the seal of ML node ML-BKO-1")
                        && line.contains("the journal key of Burkina Faso")
                        && line.contains("the witness key of Niger")
                        && line.contains("the administrators who signed trust state 1"));
        assertThat(account.stated())
                .extracting(Words::en)
                .noneMatch(line -> line.startsWith("No list") || line.contains("no revocation list"))
                .contains("A revocation published after these lists does not show here.");
    }

    @Test
    void ofWhomNoListTellsIsSaid() throws Exception {
        TrialLists some = new TrialLists(ALLIANCE, TrialReceipts.MADE.minus(Duration.ofMinutes(20)));
        ReceiptAccount account = verified(some.of(ALLIANCE.root(), ALLIANCE.stateCa(State.ML), MALIS_NODES));

        assertThat(account.proved())
                .extracting(Words::fr)
                .anyMatch(line -> line.contains("le sceau de")
                        && line.contains("la clé de journal du Mali")
                        && !line.contains("Niger"));
        assertThat(account.stated())
                .extracting(Words::fr)
                .anyMatch(line -> line.startsWith("Aucune liste de ce reçu ne dit")
                        && line.contains("la clé de témoin du Niger")
                        && line.contains("les administrateurs qui ont signé l'état de confiance n° 1"));
    }

    @Test
    void withoutListsNobodyIsShownNotToHaveBeenRevoked() throws Exception {
        ReceiptAccount account = verified(List.of());

        assertThat(account.proved()).extracting(Words::en).noneMatch(line -> line.contains("revocation lists"));
        assertThat(account.stated())
                .extracting(Words::en)
                .anyMatch(line -> line.contains("no revocation list: of certificates revoked, before or after"));
    }

    @Test
    void listsThatHadEndedWhenTheReceiptWasMadeShowNothing() throws Exception {
        TrialLists stale = new TrialLists(
                ALLIANCE,
                TrialReceipts.MADE.minus(RevocationListProfile.FULL_LIFE).minus(Duration.ofDays(1)));

        assertThat(verified(stale.revoking(MALIS_NODES)).stated())
                .extracting(Words::en)
                .anyMatch(line -> line.startsWith("No list") && line.contains("the seal of ML node"));
    }

    @Test
    void aNodeThatWasRevokedBeforeItSealedIsRefused() {
        refused(
                LISTS.revoking(MALIS_NODES, revoked(node, 60, RevocationReason.CESSATION_OF_OPERATION)),
                "seal.chain",
                "the seal of ML node ML-BKO-1");
    }

    @Test
    void aCaThatWasRevokedTakesWhatIsBelowItAlong() {
        refused(
                LISTS.revoking(ALLIANCE.stateCa(State.ML), revoked(MALIS_NODES, 60, RevocationReason.SUPERSEDED)),
                "seal.chain",
                "revoked");
        refused(
                LISTS.revoking(
                        ALLIANCE.root(), revoked(ALLIANCE.stateCa(State.ML), 60, RevocationReason.CA_COMPROMISE)),
                "seal.chain",
                "revoked");
    }

    @Test
    void aJournalKeyThatWasRevokedBeforeItsWitnessesSawTheCheckpointIsRefused() {
        refused(
                LISTS.revoking(MALIS_NODES, revoked(journal(), 60, RevocationReason.SUPERSEDED)),
                "journals[0].checkpoint",
                "the journal key of Mali");
    }

    @Test
    void whatWasSignedBeforeAKeyWasReplacedStaysGoodUnlessItWasStolen() throws Exception {
        assertThat(verified(LISTS.revoking(MALIS_NODES, revoked(journal(), 10, RevocationReason.SUPERSEDED)))
                        .proved())
                .extracting(Words::en)
                .anyMatch(line -> line.contains("the journal key of Mali"));
        refused(
                LISTS.revoking(MALIS_NODES, revoked(journal(), 10, RevocationReason.KEY_COMPROMISE)),
                "journals[0].checkpoint",
                "the journal key of Mali");
    }

    @Test
    void aWitnessThatWasRevokedBeforeItCosignedIsRefused() {
        refused(
                LISTS.revoking(
                        ALLIANCE.issuingCa(State.NE, Authority.NODE_CA),
                        revoked(RECEIPTS.witnessKey(State.NE), 60, RevocationReason.SUPERSEDED)),
                "journals[0].checkpoint",
                "the witness key of Niger");
    }

    @Test
    void anAdministratorWhoWasRevokedBeforeSigningTheTrustStateDoesNotCount() throws Exception {
        Credential people = ALLIANCE.issuingCa(State.NE, Authority.PEOPLE_CA);
        Credential signed = RECEIPTS.administrator(State.NE);
        long aWeek = Duration.ofDays(7).toSeconds();

        refused(
                LISTS.revoking(people, revoked(signed, aWeek, RevocationReason.AFFILIATION_CHANGED)),
                "trust[0].signatures",
                "Too few administrators");
        assertThat(verified(LISTS.revoking(people, revoked(signed, 60, RevocationReason.KEY_COMPROMISE)))
                        .proved())
                .extracting(Words::en)
                .anyMatch(line -> line.contains("the administrators who signed trust state 1"));
    }

    @Test
    void aDeltaTellsWhatTheCompleteListDoesNotYet() {
        List<PublishedList> lists = new ArrayList<>(LISTS.revoking(MALIS_NODES));
        lists.add(TrialLists.published(
                MALIS_NODES,
                RevocationListProfile.delta(2, 1, List.of(revoked(node, 2, RevocationReason.KEY_COMPROMISE))),
                LISTED.plusSeconds(4)));

        refused(lists, "seal.chain", "the seal of ML node ML-BKO-1");
    }

    @Test
    void aListOfNoCaOfTheTrustStateOrOfTheFutureOrTwiceThereIsRefused() {
        Credential stranger = Alliance.found().issuingCa(State.ML, Authority.NODE_CA);
        PublishedList own = TrialLists.published(MALIS_NODES, RevocationListProfile.full(1, List.of()), LISTED);
        Instant tomorrow = TrialReceipts.MADE.plus(Duration.ofDays(1));

        refused(
                List.of(TrialLists.published(stranger, RevocationListProfile.full(1, List.of()), LISTED)),
                "lists[0].issuer",
                "no CA");
        refused(
                List.of(TrialLists.published(MALIS_NODES, RevocationListProfile.full(1, List.of()), tomorrow)),
                "lists[0].list",
                "future");
        refused(List.of(own, own), "lists[1].list", "twice");
    }

    private static Credential journal() {
        return RECEIPTS.journalKey(State.ML);
    }

    private static Revocation revoked(Credential credential, long secondsBefore, RevocationReason reason) {
        return Revocation.of(credential.certificate(), TrialReceipts.MADE.minusSeconds(secondsBefore), reason);
    }

    private ReceiptAccount verified(List<PublishedList> lists) throws ReceiptException {
        ReceiptBody whole = RECEIPTS.body(ReceiptKind.COPY);
        ReceiptBody body = TrialReceipts.with(whole, lists);
        byte[] file = Receipt.sealed(body, TrialReceipts.signer(node)).toBytes();
        return RECEIPTS.verifier().verify(file, TrialReceipts.MADE);
    }

    private void refused(List<PublishedList> lists, String field, String words) {
        assertThatThrownBy(() -> verified(lists)).isInstanceOfSatisfying(ReceiptException.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.words().en()).contains(words);
        });
    }
}
