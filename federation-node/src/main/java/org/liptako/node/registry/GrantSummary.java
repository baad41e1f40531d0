package org.liptako.node.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/**
 * Who allowed what, and under which rule.
 *
 * @param home the State that granted
 * @param allowedBy the States whose nodes signed a permitting judgement
 * @param rules the rules that permit or oblige, in words
 * @param versionRoot null where nothing is to be moved
 */
public record GrantSummary(
        GrantSerial serial,
        RequestId request,
        State home,
        PlacementTerms terms,
        @Nullable VersionRoot versionRoot,
        Instant granted,
        Instant expires,
        Digest ruleSet,
        List<CitedRule> rules,
        List<State> allowedBy) {

    public GrantSummary {
        rules = List.copyOf(rules);
        allowedBy = List.copyOf(allowedBy);
    }
}
