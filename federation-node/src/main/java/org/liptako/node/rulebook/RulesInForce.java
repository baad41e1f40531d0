package org.liptako.node.rulebook;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;

/** A rule set, the engine that judges by it and by nothing else, and its files. Immutable: other rules are another object. */
public final class RulesInForce {
    private final RuleSet ruleSet;
    private final PolicyEngine engine;
    private final Map<Jurisdiction, List<PublishedFile>> files = new EnumMap<>(Jurisdiction.class);
    private final Digest digest;

    /** @throws IllegalArgumentException if the engine judges by other rules */
    public RulesInForce(RuleSet ruleSet, PolicyEngine engine, Map<Jurisdiction, List<PublishedFile>> files) {
        if (!engine.ruleSetDigest().equals(ruleSet.digest())) {
            throw new IllegalArgumentException(
                    "The engine judges under rule set " + engine.ruleSetDigest() + ", not " + ruleSet.digest() + ".");
        }
        this.ruleSet = ruleSet;
        this.engine = engine;
        this.files.putAll(files);
        this.digest = Digest.ofHex(ruleSet.digest());
    }

    public RuleSet ruleSet() {
        return ruleSet;
    }

    public PolicyEngine engine() {
        return engine;
    }

    /** The digest of the whole rule set. */
    public Digest digest() {
        return digest;
    }

    /** The digest over each jurisdiction's files, by its code. */
    public SortedMap<String, Digest> jurisdictions() {
        SortedMap<String, Digest> digests = new TreeMap<>();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            digests.put(
                    jurisdiction.name(), Digest.ofHex(ruleSet.of(jurisdiction).digest()));
        }
        return digests;
    }

    /** A jurisdiction's files, by path. */
    public List<PublishedFile> files(Jurisdiction jurisdiction) {
        return files.getOrDefault(jurisdiction, List.of());
    }
}
