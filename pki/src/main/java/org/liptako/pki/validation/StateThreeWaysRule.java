package org.liptako.pki.validation;

import java.util.List;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.StateNames;

/**
 * The State is told by the chain (its State CA), by the host of the URI and by the subject; all three agree.
 *
 * <p>The subjects of State CA, issuing CA and leaf lie in the State's directory subtree and name one country. That is
 * what a constraint on directory names would say, which some TLS libraries do not process.
 */
final class StateThreeWaysRule implements PathRule {
    private final LeafNameRule names;

    StateThreeWaysRule(LeafNameRule names) {
        this.names = names;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        State byUri = names.partyOf(path.leaf()).state();
        for (ParsedCertificate told : List.of(path.stateCa(), path.issuingCa(), path.leaf())) {
            if (!StateNames.isWithin(told.subject(), byUri)) {
                throw new RejectedException(RejectionReason.STATE_MISMATCH, path.placeOf(told) + " against the URI");
            }
        }
    }
}
