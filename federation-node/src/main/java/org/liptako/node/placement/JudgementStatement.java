package org.liptako.node.placement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.decision.Role;

/**
 * What one State's node says of a placement and signs, context {@code placement-judgement}: its facts, its findings, and under which rules.
 *
 * <p>Home signs twice: first on its own facts, to ask the host; then, within the grant, on both States' facts. A finding on fewer facts is never more
 * permissive (policy, section 6), so the first may refuse by itself, but only the second permits.
 *
 * @param role HOME or HOST
 * @param at the instant judged, home's
 * @param requester who asked, as home's node identified them; null in the host's
 * @param facts a facts document that holds what this State is the authority for, and nothing else
 * @param decision the decision document over this State's finding and REGION; null if the engine gave no answer
 * @param engineFailure why the engine gave no answer; null if it did
 * @param engine which engine judged
 * @param jurisdictions the digest of each jurisdiction's rules, by its code
 * @param objection why the host does not take home's judgement; null if it does
 * @param answers the digest of the payload of the other State's statement, which this one answers or builds on; null in home's first
 * @param means null in statements made before it was said
 */
public record JudgementStatement(
        RequestId request,
        State state,
        Role role,
        PlacementTerms terms,
        Instant at,
        @Nullable String requester,
        JsonNode facts,
        @Nullable JsonNode decision,
        @Nullable String engineFailure,
        String engine,
        Digest ruleSet,
        SortedMap<String, Digest> jurisdictions,
        @Nullable Objection objection,
        @Nullable Digest answers,
        @Nullable JudgingMeans means) {
    public static final String CONTEXT = "placement-judgement";

    public JudgementStatement {
        requireNonNull(request, "request is null");
        requireNonNull(state, "state is null");
        requireNonNull(role, "role is null");
        requireNonNull(terms, "terms is null");
        requireNonNull(at, "at is null");
        requireNonNull(facts, "facts is null");
        requireNonNull(engine, "engine is null");
        requireNonNull(ruleSet, "ruleSet is null");
        jurisdictions = Collections.unmodifiableSortedMap(new TreeMap<>(jurisdictions));
    }

    /** Whether it answers, or builds on, exactly what this statement says. */
    public boolean isAnAnswerTo(SignedStatement other) {
        return answers != null && answers.equals(Statements.digest(other));
    }
}
