package org.liptako.pki.lint;

import java.io.IOException;
import org.bouncycastle.cert.X509CertificateHolder;

/** Our design: validators read 16 KiB at most. */
final class CertificateSizeLint implements Lint<X509CertificateHolder> {
    private static final int MAX_BYTES = 16 * 1024;

    @Override
    public LintRule rule() {
        return new LintRule(
                "certificate-size",
                "design: 16 KiB",
                "Le certificat a au plus 16 Kio.",
                "The certificate has at most 16 KiB.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded().length <= MAX_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}
