package org.liptako.pki.validation;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;

/**
 * No CA has more CAs beneath it than its path length allows, self-issued ones not counted (RFC 5280 sections 4.2.1.9 and
 * 6.1.4 l, m); the root's path length counts like any other.
 */
final class PathLengthRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        List<ParsedCertificate> authorities = path.authorities();
        int beneath = 0;
        for (ParsedCertificate authority : authorities) {
            check(authority, beneath, path);
            beneath += authority.isSelfIssued() ? 0 : 1;
        }
    }

    /** The same of the topmost CA alone, for a path that is still being built. */
    static void checkTop(CertificatePath path, Expectation ignored) throws RejectedException {
        List<ParsedCertificate> authorities = path.authorities();
        long beneath = authorities.stream()
                .limit(authorities.size() - 1)
                .filter(authority -> !authority.isSelfIssued())
                .count();
        check(path.root(), beneath, path);
    }

    private static void check(ParsedCertificate authority, long beneath, CertificatePath path)
            throws RejectedException {
        Optional<BigInteger> allowed = authority.basicConstraints().map(BasicConstraints::getPathLenConstraint);
        if (allowed.isPresent() && allowed.get().compareTo(BigInteger.valueOf(beneath)) < 0) {
            throw new RejectedException(RejectionReason.PATH_LENGTH, path.placeOf(authority));
        }
    }
}
