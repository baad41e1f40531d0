package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.List;
import org.liptako.policy.edition.RuleEdition;

/**
 * An edition that waits for its officers' signatures: nobody judges by it.
 *
 * @param digest of its document, by which it is named
 * @param document what is signed, as text
 * @param signers who has signed so far and counts, by name
 * @param people how many people it takes
 * @param states from how many States at least
 * @param complete whether all that it takes have signed
 */
public record WaitingEdition(
        String digest,
        RuleEdition edition,
        String document,
        List<String> signers,
        int people,
        int states,
        boolean complete,
        String submittedBy,
        Instant submittedAt) {
    public WaitingEdition {
        signers = List.copyOf(signers);
    }
}
