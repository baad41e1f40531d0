package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.liptako.pki.evidence.Digest;

/**
 * The node judges by this rule set from now on.
 *
 * @param ruleSet the digest of the whole
 * @param jurisdictions the digest of each jurisdiction's files, by its code, in the order of codes
 * @param engine {@code embedded}, {@code opa} or {@code both}
 */
public record RuleSetInForce(Instant at, Digest ruleSet, SortedMap<String, Digest> jurisdictions, String engine)
        implements JournalEvent {
    public RuleSetInForce {
        jurisdictions = Collections.unmodifiableSortedMap(new TreeMap<>(jurisdictions));
    }
}
