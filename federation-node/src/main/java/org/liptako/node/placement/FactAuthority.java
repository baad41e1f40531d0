package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.pki.name.State;
import org.liptako.policy.vocabulary.Fact;

/** Who may assert a fact: the table of section 1 of the policy, as code. */
enum FactAuthority {
    /** Bound into the grant as terms. */
    REQUESTER,
    /** The home State's catalogue and registers. */
    HOME,
    /** The catalogue of the State that the target stands in; home's for a place outside the federation. */
    TARGET,
    /** The register of one data protection authority. */
    REGISTER;

    static FactAuthority of(Fact fact) {
        String code = fact.code();
        return switch (code) {
            case "operation", "purpose", "recipient", "copy.encrypted", "copy.return_clause" -> REQUESTER;
            default -> {
                if (ProtectionAuthority.ofFact(code).isPresent()) {
                    yield REGISTER;
                }
                yield code.startsWith("target.") ? TARGET : HOME;
            }
        };
    }

    /**
     * Whether a State's node may put a fact into its signed judgement. Of a register of a State that is neither home nor host, both may say
     * what they have read of it; it counts only where both say the same.
     */
    static boolean mayAssert(State state, Fact fact, Parties parties) {
        return switch (of(fact)) {
            case REQUESTER -> false;
            case HOME -> state == parties.home();
            case TARGET -> state == parties.target();
            case REGISTER -> {
                Optional<State> keeper = ProtectionAuthority.ofFact(fact.code()).map(ProtectionAuthority::state);
                yield keeper.filter(parties::include).map(kept -> kept == state).orElse(true);
            }
        };
    }
}
