package org.liptako.node.placement.impact;

import java.util.Optional;
import org.liptako.policy.decision.Verdict;

/** What becomes of a copy under proposed rules. */
public enum ImpactKind {
    /** Permitted before, refused then. */
    UNLAWFUL,
    /** Permitted before; then it hangs on facts that nobody has recorded, which is enforced as a refusal and counted apart. */
    UNDECIDED,
    /** Not permitted before, permitted then. */
    LAWFUL;

    /** Empty where nothing changes in what is enforced. */
    static Optional<ImpactKind> between(Verdict was, Verdict will) {
        if ((was == Verdict.PERMIT) == (will == Verdict.PERMIT)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (will) {
                    case PERMIT -> LAWFUL;
                    case INDETERMINATE -> UNDECIDED;
                    case DENY, CONFLICT -> UNLAWFUL;
                });
    }

    /** Whether the copy must leave. */
    boolean isLost() {
        return this != LAWFUL;
    }
}
