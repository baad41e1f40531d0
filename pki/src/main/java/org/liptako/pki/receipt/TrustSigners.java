package org.liptako.pki.receipt;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.pki.name.Zone;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.quorum.SignatureVerdict;
import org.liptako.pki.quorum.SigningPeriod;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.trust.MalformedTrustStateException;
import org.liptako.pki.trust.SignedAct;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.SigningRight;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.trust.TrustStateCodec;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.TrustMaterial;

/** Who signed the trust states of a receipt; they must be as many as it takes without those whom a list shows revoked at the time. */
record TrustSigners(Zone zone, List<X509Certificate> roots, RevocationLists lists, Instant now) {
    /**
     * The people who count, of each trust state.
     *
     * @param line trust states that follow one another from the roots, as {@link ReceiptVerifier} has found
     */
    List<Signer> of(List<SignedTrustState> line) throws ReceiptException {
        List<Signer> signers = new ArrayList<>();
        TrustMaterial material = TrustMaterial.ofRoots(roots);
        SigningRight right = SigningRight.least(SignedAct.TRUST_STATE);
        for (int i = 0; i < line.size(); i++) {
            TrustState state = state(line.get(i));
            String field = "trust[" + i + "].signatures";
            Words name = new Words(
                    "les administrateurs qui ont signé l'état de confiance n° " + state.number(),
                    "the administrators who signed trust state " + state.number());
            for (SignatureVerdict.Counted person : counted(line.get(i), state, right, material, field)) {
                signers.add(new Signer(field, name, person.certificate(), person.signedAt(), true));
            }
            material = state.material(RevocationLists.none(), Set.of());
            right = state.rightTo(SignedAct.TRUST_STATE);
        }
        return signers;
    }

    private List<SignatureVerdict.Counted> counted(
            SignedTrustState signed, TrustState state, SigningRight right, TrustMaterial material, String field)
            throws ReceiptException {
        QuorumRule rule = QuorumRule.acrossStates(SignedAct.TRUST_STATE.role(), right.people(), right.states());
        QuorumOutcome outcome = new QuorumVerifier(new ChainValidator(zone, material), lists)
                .verify(signed.content(), signed.signatures(), rule, new SigningPeriod(state.issuedAt(), now));
        return switch (outcome) {
            case QuorumOutcome.Reached reached -> reached.signers();
            case QuorumOutcome.NotReached lacking ->
                throw ReceiptException.refused(
                        field,
                        "Trop peu d'administrateurs dont la signature compte : "
                                + lacking.discounted().stream()
                                        .map(SignatureVerdict.Discounted::french)
                                        .distinct()
                                        .collect(Collectors.joining(" ")),
                        "Too few administrators whose signature counts: "
                                + lacking.discounted().stream()
                                        .map(SignatureVerdict.Discounted::english)
                                        .distinct()
                                        .collect(Collectors.joining(" ")));
            case QuorumOutcome.Unreadable unreadable ->
                throw ReceiptException.refused(
                        field,
                        "Ces signatures ne peuvent être lues.",
                        "These signatures cannot be read: " + unreadable.detail());
        };
    }

    private TrustState state(SignedTrustState signed) {
        try {
            return new TrustStateCodec(zone).decode(signed.content());
        } catch (MalformedTrustStateException e) {
            throw new IllegalStateException("A trust state that was accepted cannot be read.", e);
        }
    }
}
