package org.liptako.pki.validation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.StateNames;

/**
 * The State CA carries exactly the critical name constraints of the State that its subject names.
 *
 * <p>A name type that is not constrained is left unlimited by every validator; so a State CA that the root signed with
 * weaker constraints, by mistake or under duress, counts for nothing.
 */
final class StateCaRule implements PathRule {
    private final Zone zone;

    StateCaRule(Zone zone) {
        this.zone = zone;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        Optional<State> state = StateNames.stateOf(path.stateCa().subject());
        if (state.isEmpty() || !isBound(path.stateCa().extensions(), state.get())) {
            throw new RejectedException(RejectionReason.STATE_CA_UNBOUND, path.placeOf(path.stateCa()));
        }
    }

    private boolean isBound(@Nullable Extensions extensions, State state) {
        Extension constraints = extensions == null ? null : extensions.getExtension(Extension.nameConstraints);
        if (constraints == null || !constraints.isCritical()) {
            return false;
        }
        NameConstraints actual = NameConstraints.getInstance(constraints.getParsedValue());
        NameConstraints wanted = StateNames.constraints(state, zone);
        return same(actual.getPermittedSubtrees(), wanted.getPermittedSubtrees())
                && same(actual.getExcludedSubtrees(), wanted.getExcludedSubtrees());
    }

    /** In any order: the order of subtrees says nothing. */
    private static boolean same(GeneralSubtree @Nullable [] actual, GeneralSubtree[] wanted) {
        return actual != null
                && actual.length == wanted.length
                && Set.of(wanted).equals(new HashSet<>(Arrays.asList(actual)));
    }
}
