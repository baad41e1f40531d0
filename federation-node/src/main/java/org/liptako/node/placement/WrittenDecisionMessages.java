package org.liptako.node.placement;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.placement.v1.Decision;

/**
 * Decisions that were written out under the rules in force, so that many questions with one answer have it put in words once.
 *
 * <p>A decision says nothing of what was asked but which rules spoke: every question is judged, and only the words are found again. Thread-safe.
 */
final class WrittenDecisionMessages {
    private static final int MOST = 1_024;
    /** Longer ones are written anew each time: the memory that this takes has an end. */
    private static final int LONGEST = 16_384;

    private volatile @Nullable Page page;

    /**
     * What the words depend on, the rules apart.
     *
     * @param parties who is named as the one to ask for a missing fact
     */
    record Content(org.liptako.policy.decision.Decision decision, Parties parties) {}

    private record Page(RulesInForce rules, ConcurrentMap<Content, Decision> messages) {}

    /** The message of this content; {@code writing} makes it. */
    Decision find(RulesInForce rules, Content content, Supplier<Decision> writing) {
        ConcurrentMap<Content, Decision> messages = messages(rules);
        Decision known = messages.get(content);
        if (known != null) {
            return known;
        }
        Decision written = writing.get();
        if (written.getSerializedSize() <= LONGEST && messages.size() < MOST) {
            messages.put(content, written);
        }
        return written;
    }

    /** Other rules begin another page, and those of the one before are let go. */
    private ConcurrentMap<Content, Decision> messages(RulesInForce rules) {
        Page current = page;
        if (current == null || current.rules() != rules) {
            current = new Page(rules, new ConcurrentHashMap<>());
            page = current;
        }
        return current.messages();
    }
}
