package org.liptako.pki.validation;

/** The tree has one shape: leaf, issuing CA, State CA, root. */
final class ChainShapeRule implements PathRule {
    private static final int LENGTH = 4;

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        if (path.certificates().size() != LENGTH) {
            throw new RejectedException(
                    RejectionReason.CHAIN_SHAPE, path.certificates().size() + " certificates");
        }
    }
}
