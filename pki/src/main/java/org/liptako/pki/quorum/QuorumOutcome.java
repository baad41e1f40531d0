package org.liptako.pki.quorum;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether enough people signed. */
public sealed interface QuorumOutcome {
    /**
     * They did.
     *
     * @param signers one signature for each person who counts
     * @param discounted the other signatures
     */
    record Reached(List<SignatureVerdict.Counted> signers, List<SignatureVerdict.Discounted> discounted)
            implements QuorumOutcome {
        public Reached {
            signers = List.copyOf(signers);
            discounted = List.copyOf(discounted);
        }
    }

    /**
     * They did not.
     *
     * @param rule what it takes
     * @param signers one signature for each person who counts
     * @param discounted the other signatures
     */
    record NotReached(
            QuorumRule rule, List<SignatureVerdict.Counted> signers, List<SignatureVerdict.Discounted> discounted)
            implements QuorumOutcome {
        public NotReached {
            signers = List.copyOf(signers);
            discounted = List.copyOf(discounted);
        }

        /** Why the others do not count, each reason once. */
        public String french() {
            return faults(SignatureVerdict.Discounted::french);
        }

        /** As {@link #french}, in English. */
        public String english() {
            return faults(SignatureVerdict.Discounted::english);
        }

        private String faults(Function<SignatureVerdict.Discounted, String> words) {
            return discounted.stream().map(words).distinct().collect(Collectors.joining(" "));
        }
    }

    /**
     * The signatures cannot be read, or are more than anyone needs.
     *
     * @param detail in English, for logs
     */
    record Unreadable(UnreadableSignatures reason, String detail) implements QuorumOutcome {}

    /** Whether enough people signed. */
    default boolean isReached() {
        return this instanceof Reached;
    }
}
