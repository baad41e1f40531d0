package org.liptako.node.console;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.node.placement.WordedAdvice;
import org.liptako.node.placement.WordedDecision;
import org.liptako.node.placement.WordedDecision.MissingFact;

/** What may come of asking in earnest for what was weighed. Whatever a page thinks of it, the desk judges anew. */
enum Prospect {
    /** Both States would say yes as far as is known here. */
    LIKELY,
    /** What is against it, or missing, is for the host State to say: its node knows more of its own than is known here. */
    THEIRS_TO_SAY,
    /** The requester has not said all that the rules ask for. */
    INCOMPLETE,
    /** Something that binds here is against it, or nobody may be asked. */
    HOPELESS;

    private static final String DENY = "DENY";
    private static final Set<String> ASKED =
            Stream.of(PlacingTerm.values()).map(PlacingTerm::fact).collect(toUnmodifiableSet());

    static Prospect of(WordedAdvice advice) {
        WordedDecision decision = advice.decision();
        boolean refused = decision.findings().stream()
                .anyMatch(finding -> !finding.preview() && finding.verdict().equals(DENY));
        if (refused || advice.obstacle().isPresent()) {
            return HOPELESS;
        }
        return switch (decision.verdict()) {
            case "PERMIT" -> LIKELY;
            case "INDETERMINATE" -> lacking(decision.missing());
            default -> THEIRS_TO_SAY;
        };
    }

    private static Prospect lacking(List<MissingFact> missing) {
        if (missing.stream().map(MissingFact::code).anyMatch(ASKED::contains)) {
            return INCOMPLETE;
        }
        // Without a fact that is missing, an engine gave no answer.
        return !missing.isEmpty() && missing.stream().allMatch(MissingFact::ofTheHost) ? THEIRS_TO_SAY : HOPELESS;
    }

    /** Whether it makes sense to ask. */
    boolean isOpen() {
        return this == LIKELY || this == THEIRS_TO_SAY;
    }
}
