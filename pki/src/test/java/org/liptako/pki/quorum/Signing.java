package org.liptako.pki.quorum;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.RejectionReason;

/** Two officers of one State, what they sign, and what a verifier says of it. */
final class Signing {
    static final byte[] RULES = "recueil: ML\nregles: []\n".getBytes(UTF_8);
    static final QuorumRule TWO_OFFICERS = QuorumRule.of(Role.OFFICER, State.ML, 2);
    static final Alliance ALLIANCE = Alliance.found();
    static final Credential FATOU = ALLIANCE.officer("fatou");
    static final Credential MOUSSA = ALLIANCE.officer("moussa");
    static final Instant AT = Alliance.NOW.minus(Duration.ofHours(1));

    private Signing() {}

    static Party party(String bearer) {
        return Party.of(State.ML, Role.OFFICER, bearer);
    }

    static HandMadeSignature by(Credential signer) throws GeneralSecurityException {
        return new HandMadeSignature(signer, RULES, AT);
    }

    static byte[] sign(Credential signer) {
        return sign(signer, AT);
    }

    static byte[] sign(Credential signer, Instant at) {
        return QuorumSigner.sign(RULES, signer, at);
    }

    static byte[] join(byte[]... parts) {
        return QuorumSigner.join(RULES, List.of(parts));
    }

    static QuorumVerifier verifier(RevocationLists lists) {
        return new QuorumVerifier(ALLIANCE.validator(), lists);
    }

    static QuorumOutcome verify(byte[] signatures) {
        return verify(signatures, RevocationLists.none());
    }

    static QuorumOutcome verify(byte[] signatures, RevocationLists lists) {
        return verifier(lists).verify(RULES, signatures, TWO_OFFICERS, SigningPeriod.until(Alliance.NOW));
    }

    /** Why signatures do not count, of a file that is not a quorum. */
    static List<SignatureFault> faults(byte[] signatures) {
        return faults(signatures, RevocationLists.none());
    }

    static List<SignatureFault> faults(byte[] signatures, RevocationLists lists) {
        return discounted(verify(signatures, lists)).stream()
                .map(SignatureVerdict.Discounted::fault)
                .toList();
    }

    static List<RejectionReason> refusals(byte[] signatures) {
        return discounted(verify(signatures)).stream()
                .map(SignatureVerdict.Discounted::chain)
                .toList();
    }

    static List<SignatureVerdict.Discounted> discounted(QuorumOutcome outcome) {
        assertThat(outcome).isInstanceOf(QuorumOutcome.NotReached.class);
        return ((QuorumOutcome.NotReached) outcome).discounted();
    }
}
