package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.Extension;

/**
 * What the topmost CA of a path that is still being built forbids to those beneath it, whoever stands above.
 *
 * <p>Constraints only add up on the way down from the root, so a violation is final: it is found before a signature is
 * verified, for which a hundred names could be compared. Large constraints wait for the path to be complete.
 */
final class EarlyConstraintsRule implements PathRule {
    private static final int MOST_OCTETS = 2048;
    private static final int MOST_NAMES = 64;

    private final NameConstraintsRule constraints = new NameConstraintsRule();

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        boolean small = path.root()
                        .extension(Extension.nameConstraints)
                        .filter(found -> found.getExtnValue().getOctetsLength() <= MOST_OCTETS)
                        .isPresent()
                && path.leaf().alternativeNames().size() <= MOST_NAMES;
        if (small) {
            constraints.check(path, expectation);
        }
    }
}
