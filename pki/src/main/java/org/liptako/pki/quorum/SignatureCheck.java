package org.liptako.pki.quorum;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.liptako.pki.CryptoProvider;
import org.liptako.pki.name.Party;
import org.liptako.pki.validation.ChainJudge;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

/**
 * Looks at one signature: form, time, content, signer's chain as of that time, and the signature itself last, by a key
 * that the validator has found fit to verify with.
 */
final class SignatureCheck {
    private final ChainJudge judge;
    private final KnownRevocations revocations;
    private final QuorumRule rule;
    private final SigningPeriod period;

    SignatureCheck(ChainJudge judge, KnownRevocations revocations, QuorumRule rule, SigningPeriod period) {
        this.judge = judge;
        this.revocations = revocations;
        this.rule = rule;
        this.period = period;
    }

    SignatureVerdict judge(SignerInformation signer, List<X509CertificateHolder> bag, byte[] content) {
        try {
            return check(signer, bag, content);
        } catch (DiscountedException e) {
            return e.verdict();
        } catch (IOException | RuntimeException e) {
            return SignatureVerdict.Discounted.of(SignatureFault.SIGNED_ATTRIBUTES, "could not be processed");
        }
    }

    private SignatureVerdict.Counted check(SignerInformation signer, List<X509CertificateHolder> bag, byte[] content)
            throws DiscountedException, IOException {
        if (!SignatureAlgorithms.admit(signer)) {
            throw new DiscountedException(SignatureFault.ALGORITHM, "not SHA-2 throughout");
        }
        // Nobody signed them, so anybody may have put them there; a counter-signature is one of them.
        if (signer.toASN1Structure().getUnauthenticatedAttributes() != null) {
            throw new DiscountedException(SignatureFault.UNSIGNED_ATTRIBUTES, "present");
        }
        SignedAttributes attributes = SignedAttributes.of(signer);
        attributes.requireTypeData();
        Instant signedAt = attributes.signingTime();
        if (!period.contains(signedAt)) {
            throw new DiscountedException(SignatureFault.SIGNING_TIME, "signed at " + signedAt);
        }
        attributes.requireDigestOf(content, signer.getDigestAlgorithmID());
        X509CertificateHolder certificate = certificateOf(signer, attributes, bag);
        return switch (judge.validate(SignerChain.of(certificate, bag), Expectation.signing(signedAt))) {
            case Validation.Rejected rejected -> throw new DiscountedException(rejected);
            case Validation.Accepted accepted -> {
                requireRight(accepted.party());
                revocations.requireNone(accepted.path(), signedAt);
                X509Certificate own = accepted.path().getFirst();
                requireSignature(signer, own);
                yield new SignatureVerdict.Counted(accepted.party(), signedAt, own);
            }
        };
    }

    /** Nobody signed the bag: another certificate of the same issuer and number may lie before the right one. */
    private static X509CertificateHolder certificateOf(
            SignerInformation signer, SignedAttributes attributes, List<X509CertificateHolder> bag)
            throws DiscountedException {
        DiscountedException last =
                new DiscountedException(SignatureFault.NO_CERTIFICATE, "none of " + bag.size() + " in the bag");
        for (X509CertificateHolder certificate : bag) {
            if (signer.getSID().match(certificate)) {
                try {
                    attributes.requireMadeWith(certificate);
                    return certificate;
                } catch (DiscountedException e) {
                    last = e;
                }
            }
        }
        throw last;
    }

    private void requireRight(Party party) throws DiscountedException {
        if (party.role() != rule.role()) {
            throw new DiscountedException(
                    SignatureFault.OTHER_ROLE,
                    party.role().segment() + " instead of " + rule.role().segment());
        }
        if (!rule.from().contains(party.state())) {
            throw new DiscountedException(SignatureFault.OTHER_STATE, "a person of " + party.state());
        }
    }

    private static void requireSignature(SignerInformation signer, X509Certificate certificate)
            throws DiscountedException {
        try {
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(CryptoProvider.BOUNCY_CASTLE)
                    .build(certificate.getPublicKey()))) {
                throw new DiscountedException(SignatureFault.FORGED, "signature");
            }
        } catch (CMSException | OperatorCreationException e) {
            throw new DiscountedException(SignatureFault.FORGED, "signature");
        }
    }
}
