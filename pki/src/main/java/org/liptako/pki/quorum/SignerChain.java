package org.liptako.pki.quorum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.validation.CandidateChain;

/**
 * What a shared bag holds for one signer: the certificate, and whatever could lead from it to a root.
 *
 * <p>A validator takes few certificates, and the bag holds those of all signers.
 */
final class SignerChain {
    /** What the validator takes at most. */
    private static final int MOST = 16;

    private SignerChain() {}

    static CandidateChain of(X509CertificateHolder leaf, Collection<X509CertificateHolder> bag) throws IOException {
        List<X509CertificateHolder> chain = new ArrayList<>(List.of(leaf));
        for (int at = 0; at < chain.size(); at++) {
            for (X509CertificateHolder candidate : bag) {
                if (chain.size() < MOST
                        && candidate.getSubject().equals(chain.get(at).getIssuer())
                        && !chain.contains(candidate)) {
                    chain.add(candidate);
                }
            }
        }
        List<byte[]> encoded = new ArrayList<>();
        for (X509CertificateHolder certificate : chain) {
            encoded.add(certificate.getEncoded());
        }
        return new CandidateChain(encoded);
    }
}
