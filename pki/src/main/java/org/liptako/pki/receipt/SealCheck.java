package org.liptako.pki.receipt;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.Zone;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.signature.ChainStatementVerifier;
import org.liptako.pki.signature.ExpectedSigner;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementRefusal;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

/** Checks that a node has sealed a receipt, and finds out which. */
final class SealCheck {
    private final ChainValidator validator;

    SealCheck(Zone zone, TrustState trust) {
        // Revocation is SignerCheck's, which tells a list that is missing from a certificate that is revoked.
        this.validator = new ChainValidator(zone, trust.material(RevocationLists.none(), Set.of()));
    }

    /** Who sealed it. */
    Party maker(Receipt receipt) throws ReceiptException {
        ReceiptSeal seal = receipt.seal();
        SignedStatement statement =
                new SignedStatement(ReceiptSeal.CONTEXT, receipt.bodyText().signed(), seal.signature(), seal.chain());
        try {
            return new ChainStatementVerifier(validator)
                    .verify(
                            statement,
                            ReceiptSeal.CONTEXT,
                            new ExpectedSigner(Set.of(Role.NODE), null),
                            receipt.body().madeAt());
        } catch (StatementException e) {
            throw ReceiptException.refused(
                    e.refusal() == StatementRefusal.ALTERED ? "seal.signature" : "seal.chain",
                    e.french(),
                    String.valueOf(e.getMessage()));
        }
    }

    /**
     * The maker's own certificate. The seal's signature does not cover the chain: what leads nowhere may have been put there by
     * anyone, and is refused.
     */
    X509Certificate certificate(Receipt receipt) throws ReceiptException {
        List<byte[]> chain = receipt.seal().chain();
        Instant at = receipt.body().madeAt();
        List<X509Certificate> path = validator.validate(new CandidateChain(chain), Expectation.signing(at))
                        instanceof Validation.Accepted good
                ? good.path()
                : List.of();
        boolean same = !path.isEmpty() && chain.size() <= path.size();
        for (int i = 0; same && i < chain.size(); i++) {
            same = Arrays.equals(CandidateChain.of(path).certificates().get(i), chain.get(i));
        }
        if (!same) {
            throw ReceiptException.refused(
                    "seal.chain",
                    "La chaîne porte un certificat qui ne mène à rien, ou dans un autre ordre.",
                    "The chain holds a certificate that leads nowhere, or in another order.");
        }
        return path.getFirst();
    }
}
