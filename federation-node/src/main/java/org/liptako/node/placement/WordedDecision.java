package org.liptako.node.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.wire.Sentence;

/**
 * A decision with everything that it cites in words: for whoever knows no rules. Codes are those of the decision document (policy, section 5).
 *
 * @param verdict PERMIT, DENY, INDETERMINATE or CONFLICT
 * @param findings one for each jurisdiction asked: home, host, AES
 * @param missing the facts that are missing, by code
 * @param duties those that come with a permission
 * @param obligedBy the rules that demand the operation
 * @param validUntil when the law may change the answer; empty if no change is known
 * @param document the decision document itself; empty where an engine gave no answer
 * @param cited every rule that the decision names, by id
 */
public record WordedDecision(
        String verdict,
        List<Finding> findings,
        List<MissingFact> missing,
        List<Duty> duties,
        List<String> obligedBy,
        Optional<Instant> validUntil,
        String document,
        List<Rule> cited) {
    /**
     * What one jurisdiction says.
     *
     * @param jurisdiction ML, BF, NE or AES
     * @param role HOME, HOST or REGION
     * @param verdict PERMIT, DENY or INDETERMINATE
     * @param reason why: a code of the document, or an engine's failure
     * @param rules those cited, by id
     * @param missing the facts missing to it
     * @param preview whether another State's published rules were judged for information only
     */
    public record Finding(
            String jurisdiction,
            String role,
            String verdict,
            String reason,
            List<String> rules,
            List<Lifted> lifted,
            List<String> missing,
            boolean preview) {
        public Finding {
            rules = List.copyOf(rules);
            lifted = List.copyOf(lifted);
            missing = List.copyOf(missing);
        }
    }

    /** That a derogation lifts a ban; both are rules. */
    public record Lifted(String ban, String by) {}

    /**
     * A fact that is not known here.
     *
     * @param words what it is, and who can supply it
     * @param ofTheHost whether the host State alone may tell it: its node may know what this one does not
     */
    public record MissingFact(String code, Sentence words, boolean ofTheHost) {}

    /** A duty, and the rule that sets it. */
    public record Duty(String rule, String code, Sentence label) {}

    /**
     * A rule in words.
     *
     * @param legalBasis the instruments and articles that it rests on, one line each
     * @param standing the least of these, as rule files write it: {@code exemple}, {@code projet} or {@code publie}
     */
    public record Rule(String id, Sentence title, List<String> legalBasis, String standing) {
        public Rule {
            legalBasis = List.copyOf(legalBasis);
        }
    }

    public WordedDecision {
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
        duties = List.copyOf(duties);
        obligedBy = List.copyOf(obligedBy);
        cited = List.copyOf(cited);
    }
}
