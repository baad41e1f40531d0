package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.RevocationListException;
import org.liptako.pki.revocation.RevocationLists;

/** What a validator of the federation believes besides its roots: lists, cross-certificates, and whom not to believe. */
class TrustMaterialTest {
    private static final Credential ROOT = Region.ML.root();

    private final Credential node = Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa());

    private static Validation judged(Credential leaf, TrustMaterial trust) {
        return new ChainValidator(Region.ZONE, trust)
                .validate(CandidateChain.of(leaf.chain()), Expectation.client(Region.NOW));
    }

    private static RejectionReason reasonFor(Credential leaf, TrustMaterial trust) {
        return ((Validation.Rejected) judged(leaf, trust)).reason();
    }

    private static TrustMaterial believing(ListDraft... drafts) {
        List<RevocationList> lists = new ArrayList<>();
        for (ListDraft draft : drafts) {
            try {
                lists.add(RevocationList.parse(draft.der()));
            } catch (RevocationListException e) {
                throw new AssertionError(e);
            }
        }
        return new TrustMaterial(List.of(ROOT.certificate()), List.of(), new RevocationLists(lists), Set.of());
    }

    private static ListDraft ofRoot() {
        return ListDraft.of(ROOT);
    }

    private static ListDraft ofStateCa() {
        return ListDraft.of(Region.ML.stateCa());
    }

    private static ListDraft ofNodeCa() {
        return ListDraft.of(Region.ML.nodeCa());
    }

    @Test
    void acceptsAChainThatEveryListLeavesInPeace() {
        assertThat(judged(node, believing(ofRoot(), ofStateCa(), ofNodeCa()))).isInstanceOf(Validation.Accepted.class);
    }

    @Test
    void refusesARevokedLeafAndARevokedCaOfAnyRank() {
        assertThat(reasonFor(node, believing(ofRoot(), ofStateCa(), ofNodeCa().revoking(node, 1))))
                .isEqualTo(RejectionReason.REVOKED);
        assertThat(reasonFor(node, believing(ofRoot(), ofStateCa().revoking(Region.ML.nodeCa(), 1), ofNodeCa())))
                .isEqualTo(RejectionReason.REVOKED);
        assertThat(reasonFor(node, believing(ofRoot().revoking(Region.ML.stateCa(), 2), ofStateCa(), ofNodeCa())))
                .isEqualTo(RejectionReason.REVOKED);
    }

    @Test
    void refusesWhereAListIsMissingOrStale() {
        Instant anHourAgo = Region.NOW.minusSeconds(3600);

        assertThat(reasonFor(node, believing(ofRoot(), ofStateCa()))).isEqualTo(RejectionReason.REVOCATION_UNKNOWN);
        assertThat(reasonFor(
                        node,
                        believing(ofRoot(), ofStateCa(), ofNodeCa().between(anHourAgo, anHourAgo.plusSeconds(1)))))
                .isEqualTo(RejectionReason.REVOCATION_UNKNOWN);
    }

    @Test
    void noStateRevokesAnothersCertificate() {
        ListDraft forged = ofNodeCa().signedBy(Region.NE.nodeCa()).revoking(node, 1);

        assertThat(judged(node, believing(ofRoot(), ofStateCa(), ofNodeCa(), forged)))
                .isInstanceOf(Validation.Accepted.class);
    }

    @Test
    void refusesACaThatIsNotBelievedAnyMoreWhateverListsSay() throws Exception {
        Digest stateCa = Digest.over(Region.ML.stateCa().certificate().getEncoded());
        TrustMaterial wary =
                new TrustMaterial(List.of(ROOT.certificate()), List.of(), RevocationLists.none(), Set.of(stateCa));

        assertThat(reasonFor(node, wary)).isEqualTo(RejectionReason.DISTRUSTED);
        assertThat(judged(Region.draft(Region.NIGER_NODE).issuedBy(Region.NE.nodeCa()), wary))
                .isInstanceOf(Validation.Accepted.class);
    }

    @Test
    void aCrossCertificateLeadsFromANewRootToTheOldOne() {
        KeyPair newKey = Draft.newKey("EC", 384);
        Credential newRoot = Draft.of(RootProfile.first())
                .key(newKey)
                .signedWith("SHA384withECDSA")
                .selfSigned();
        Credential renewed =
                Region.draft(Region.NODE).issuedBy(Region.of(State.ML, newRoot).nodeCa());
        X509Certificate cross = Draft.of(RootProfile.first())
                .key(newKey)
                .signedWith("SHA384withECDSA")
                .issuedBy(ROOT)
                .certificate();
        TrustMaterial crossed =
                new TrustMaterial(List.of(ROOT.certificate()), List.of(cross), RevocationLists.none(), Set.of());

        assertThat(judged(renewed, crossed)).isInstanceOf(Validation.Accepted.class);
        assertThat(reasonFor(renewed, TrustMaterial.ofRoots(List.of(ROOT.certificate()))))
                .isIn(RejectionReason.NO_PATH, RejectionReason.SIGNATURE);
    }

    @Test
    void aCrossCertificateCountsOnlyIfTheTrustStateNamesIt() throws Exception {
        KeyPair newKey = Draft.newKey("EC", 384);
        Credential newRoot = Draft.of(RootProfile.first())
                .key(newKey)
                .signedWith("SHA384withECDSA")
                .selfSigned();
        Credential renewed =
                Region.draft(Region.NODE).issuedBy(Region.of(State.ML, newRoot).nodeCa());
        List<X509Certificate> presented = new ArrayList<>(renewed.chain());
        presented.add(Draft.of(RootProfile.first())
                .key(newKey)
                .signedWith("SHA384withECDSA")
                .issuedBy(ROOT)
                .certificate());

        assertThat(Region.validator().validate(CandidateChain.of(presented), Expectation.client(Region.NOW)))
                .isInstanceOfSatisfying(
                        Validation.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(RejectionReason.CHAIN_SHAPE));
    }
}
