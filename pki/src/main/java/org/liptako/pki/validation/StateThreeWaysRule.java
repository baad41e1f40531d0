package org.liptako.pki.validation;

import java.util.Optional;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.StateNames;

/** The State is told by the chain (its State CA), by the host of the URI and by the subject's C; all three agree. */
final class StateThreeWaysRule implements PathRule {
    private final LeafNameRule names;

    StateThreeWaysRule(LeafNameRule names) {
        this.names = names;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        Optional<State> byUri = Optional.of(names.partyOf(path.leaf()).state());
        require(StateNames.stateOf(path.stateCa().subject()).equals(byUri), "State CA and URI");
        require(StateNames.stateOf(path.issuingCa().subject()).equals(byUri), "issuing CA and URI");
        require(StateNames.stateOf(path.leaf().subject()).equals(byUri), "subject and URI");
    }

    private static void require(boolean agree, String which) throws RejectedException {
        if (!agree) {
            throw new RejectedException(RejectionReason.STATE_MISMATCH, which + " differ");
        }
    }
}
