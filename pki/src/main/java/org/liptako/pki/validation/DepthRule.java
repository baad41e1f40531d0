package org.liptako.pki.validation;

/** No more CAs stand between leaf and root than the one who asks allows; self-issued ones are not counted. */
final class DepthRule implements PathRule {
    private final int most;

    DepthRule(int most) {
        this.most = most;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        long between = path.belowRoot().stream()
                .skip(1)
                .filter(authority -> !authority.isSelfIssued())
                .count();
        if (between > most) {
            throw new RejectedException(RejectionReason.PATH_LENGTH, between + " CAs below the root");
        }
    }
}
