package org.liptako.pki.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.pki.name.Zone;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.quorum.SignatureVerdict;
import org.liptako.pki.quorum.SigningPeriod;
import org.liptako.pki.quorum.UnreadableSignatures;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.TrustMaterial;

/**
 * Whose signatures a trust state needs: what stood before it decides.
 *
 * <p>A State's own distrust list has no part in it. If it had, a State that stops believing another would no longer
 * follow what the other two sign, and there would be two federations.
 *
 * @param material what the signers' chains must lead to
 * @param right how many, from how many States
 */
record TrustQuorum(Zone zone, TrustMaterial material, SigningRight right) {
    /** Under the roots of the configuration, before any trust state. */
    static TrustQuorum founding(Zone zone, List<X509Certificate> roots) {
        return new TrustQuorum(zone, TrustMaterial.ofRoots(roots), SigningRight.least(SignedAct.TRUST_STATE));
    }

    /** Under a trust state. */
    static TrustQuorum under(Zone zone, TrustState state) {
        return new TrustQuorum(
                zone, state.material(RevocationLists.none(), Set.of()), state.rightTo(SignedAct.TRUST_STATE));
    }

    void require(SignedTrustState offered, TrustState state, RevocationLists lists, Instant now)
            throws RefusedException {
        switch (verify(offered, state, lists, now)) {
            case QuorumOutcome.Reached ignored -> {}
            case QuorumOutcome.Unreadable unreadable ->
                throw new RefusedException(refusalOf(unreadable.reason()), unreadable.detail());
            case QuorumOutcome.NotReached lacking -> {
                boolean self =
                        under(zone, state).verify(offered, state, lists, now).isReached();
                throw new RefusedException(self ? TrustRefusal.SELF_SIGNED : TrustRefusal.NO_QUORUM, told(lacking));
            }
        }
    }

    private QuorumOutcome verify(SignedTrustState offered, TrustState state, RevocationLists lists, Instant now) {
        QuorumRule rule = QuorumRule.acrossStates(SignedAct.TRUST_STATE.role(), right.people(), right.states());
        return new QuorumVerifier(new ChainValidator(zone, material), lists)
                .verify(offered.content(), offered.signatures(), rule, new SigningPeriod(state.issuedAt(), now));
    }

    private static TrustRefusal refusalOf(UnreadableSignatures reason) {
        return switch (reason) {
            case NONE -> TrustRefusal.UNSIGNED;
            case TOO_LARGE, TOO_MANY -> TrustRefusal.TOO_LARGE;
            case MALFORMED, NOT_DETACHED -> TrustRefusal.MALFORMED;
        };
    }

    private static String told(QuorumOutcome.NotReached outcome) {
        String counted = outcome.signers().stream()
                .map(signature -> signature.signer().toString())
                .collect(Collectors.joining(", "));
        String discounted =
                outcome.discounted().stream().map(TrustQuorum::fault).distinct().collect(Collectors.joining(", "));
        return "counted: " + (counted.isEmpty() ? "nobody" : counted)
                + (discounted.isEmpty() ? "" : "; not counted: " + discounted);
    }

    private static String fault(SignatureVerdict.Discounted discounted) {
        return discounted.chain() == null
                ? discounted.fault().toString()
                : discounted.fault() + " " + discounted.chain();
    }
}
