package org.liptako.pki.certpolicy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * The policies that hold, and the three counters, as a path is walked downwards (RFC 5280 sections 6.1.2 to 6.1.5).
 *
 * <p>Where the RFC keeps a tree, one level of it is enough here: each policy remembers what it is called in the anchor's
 * domain. For one path only; not thread-safe.
 */
public final class PolicyState {
    static final ASN1ObjectIdentifier ANY = new ASN1ObjectIdentifier("2.5.29.32.0");

    private final PolicyInputs inputs;
    private Map<ASN1ObjectIdentifier, PolicyNode> level = Map.of(ANY, new PolicyNode(Set.of(ANY), Set.of(ANY)));
    private int explicit;
    private int inhibitAny;
    private int mapping;

    /** At the anchor of a path of this many certificates, the anchor not counted. */
    public PolicyState(PolicyInputs inputs, int certificates) {
        this.inputs = inputs;
        this.explicit = inputs.explicit() ? 0 : certificates + 1;
        this.inhibitAny = inputs.inhibitAny() ? 0 : certificates + 1;
        this.mapping = inputs.inhibitMapping() ? 0 : certificates + 1;
    }

    /** Takes in the policies that a certificate asserts: section 6.1.3 d, e. */
    public void assertPolicies(Set<ASN1ObjectIdentifier> asserted, boolean anyPolicyHeeded) {
        Map<ASN1ObjectIdentifier, PolicyNode> next = new HashMap<>();
        for (ASN1ObjectIdentifier policy : asserted) {
            if (!policy.equals(ANY)) {
                assertOne(policy, next);
            }
        }
        if (asserted.contains(ANY) && (inhibitAny > 0 || anyPolicyHeeded)) {
            assertTheRest(asserted, next);
        }
        level = next;
    }

    /** No certificate so far asserts a policy that all others do, and one is needed: section 6.1.3 f. */
    public boolean isViolated() {
        return explicit == 0 && level.isEmpty();
    }

    /** Maps policies of the issuer's domain to those of the subject's: section 6.1.4 b. */
    public void map(Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> mappings) {
        Map<ASN1ObjectIdentifier, PolicyNode> mapped = new HashMap<>(level);
        mappings.forEach((policy, becomes) -> {
            if (mapping == 0) {
                mapped.remove(policy);
            } else if (mapped.containsKey(policy)) {
                mapped.computeIfPresent(policy, (same, node) -> node.withExpected(becomes));
            } else if (mapped.containsKey(ANY)) {
                mapped.put(policy, new PolicyNode(becomes, Set.of(policy)));
            }
        });
        level = mapped;
    }

    /** One certificate further down that is not self-issued: section 6.1.4 h. */
    public void countDown() {
        explicit = Math.max(0, explicit - 1);
        inhibitAny = Math.max(0, inhibitAny - 1);
        mapping = Math.max(0, mapping - 1);
    }

    /** Section 6.1.4 i. */
    public void requireExplicitPolicyAfter(int certificates) {
        explicit = Math.min(explicit, certificates);
    }

    /** Section 6.1.4 i. */
    public void inhibitMappingAfter(int certificates) {
        mapping = Math.min(mapping, certificates);
    }

    /** Section 6.1.4 j. */
    public void inhibitAnyPolicyAfter(int certificates) {
        inhibitAny = Math.min(inhibitAny, certificates);
    }

    /** Whether the path, now walked to its end, has the policies that were asked for: section 6.1.5. */
    public boolean isSatisfied() {
        return explicit > 0 || level.values().stream().anyMatch(this::isWanted);
    }

    private boolean isWanted(PolicyNode node) {
        return inputs.initial().isEmpty()
                || inputs.initial().contains(ANY)
                || node.origins().contains(ANY)
                || node.origins().stream().anyMatch(inputs.initial()::contains);
    }

    private void assertOne(ASN1ObjectIdentifier policy, Map<ASN1ObjectIdentifier, PolicyNode> next) {
        for (PolicyNode parent : level.values()) {
            if (parent.expected().contains(policy)) {
                add(policy, parent.origins(), next);
            }
        }
        if (!next.containsKey(policy) && level.containsKey(ANY)) {
            add(policy, Set.of(policy), next);
        }
    }

    private void assertTheRest(Set<ASN1ObjectIdentifier> asserted, Map<ASN1ObjectIdentifier, PolicyNode> next) {
        for (PolicyNode parent : level.values()) {
            for (ASN1ObjectIdentifier expected : parent.expected()) {
                if (expected.equals(ANY) || !asserted.contains(expected)) {
                    add(expected, parent.origins(), next);
                }
            }
        }
    }

    private static void add(
            ASN1ObjectIdentifier policy,
            Set<ASN1ObjectIdentifier> origins,
            Map<ASN1ObjectIdentifier, PolicyNode> next) {
        next.merge(policy, new PolicyNode(Set.of(policy), origins), PolicyNode::joinedWith);
    }
}
