package org.liptako.pki.validation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.CertPolicyId;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.certpolicy.PolicyInputs;
import org.liptako.pki.certpolicy.PolicyState;

/**
 * Certificate policies hold as asked for (RFC 5280 section 6.1).
 *
 * <p>The root asserts none, but what it demands of policies counts as if whoever asks had demanded it (RFC 5937 section
 * 3.2).
 */
final class PolicyRule implements PathRule {
    private static final ASN1ObjectIdentifier ANY = new ASN1ObjectIdentifier("2.5.29.32.0");
    private static final int MOST = 64;

    private final PolicyInputs inputs;

    PolicyRule(PolicyInputs inputs) {
        this.inputs = inputs;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        List<ParsedCertificate> downwards = path.belowRoot().reversed();
        PolicyState state = new PolicyState(demandedBy(path.root()), downwards.size());
        for (ParsedCertificate certificate : downwards) {
            boolean last = certificate == path.leaf();
            checkMappings(certificate, path);
            state.assertPolicies(policiesOf(certificate, path), !last && certificate.isSelfIssued());
            if (state.isViolated()) {
                throw new RejectedException(RejectionReason.POLICY, path.placeOf(certificate));
            }
            if (last) {
                state.requireExplicitPolicyAfter(finish(state, certificate));
            } else {
                prepareNext(state, certificate);
            }
        }
        if (!state.isSatisfied()) {
            throw new RejectedException(RejectionReason.POLICY, "whole path");
        }
    }

    private PolicyInputs demandedBy(ParsedCertificate root) {
        Optional<PolicyConstraints> constraints = constraintsOf(root);
        return new PolicyInputs(
                inputs.initial(),
                inputs.explicit()
                        || constraints
                                .map(PolicyConstraints::getRequireExplicitPolicyMapping)
                                .isPresent(),
                inputs.inhibitMapping()
                        || constraints
                                .map(PolicyConstraints::getInhibitPolicyMapping)
                                .isPresent(),
                inputs.inhibitAny()
                        || root.extension(Extension.inhibitAnyPolicy).isPresent());
    }

    /** Section 6.1.5 a, b: of the last certificate only a requirement of 0 counts. */
    private static int finish(PolicyState state, ParsedCertificate leaf) {
        state.countDown();
        int required = constraintsOf(leaf)
                .map(PolicyConstraints::getRequireExplicitPolicyMapping)
                .map(PolicyRule::bounded)
                .orElse(Integer.MAX_VALUE);
        return required == 0 ? 0 : Integer.MAX_VALUE;
    }

    private static void prepareNext(PolicyState state, ParsedCertificate certificate) {
        state.map(mappingsOf(certificate));
        if (!certificate.isSelfIssued()) {
            state.countDown();
        }
        Optional<PolicyConstraints> constraints = constraintsOf(certificate);
        constraints
                .map(PolicyConstraints::getRequireExplicitPolicyMapping)
                .ifPresent(skip -> state.requireExplicitPolicyAfter(bounded(skip)));
        constraints
                .map(PolicyConstraints::getInhibitPolicyMapping)
                .ifPresent(skip -> state.inhibitMappingAfter(bounded(skip)));
        certificate
                .value(Extension.inhibitAnyPolicy)
                .ifPresent(skip -> state.inhibitAnyPolicyAfter(
                        bounded(ASN1Integer.getInstance(skip).getValue())));
    }

    private static Set<ASN1ObjectIdentifier> policiesOf(ParsedCertificate certificate, CertificatePath path)
            throws RejectedException {
        @Nullable CertificatePolicies policies = CertificatePolicies.fromExtensions(certificate.extensions());
        if (policies == null) {
            return Set.of();
        }
        PolicyInformation[] asserted = policies.getPolicyInformation();
        if (asserted.length > MOST) {
            throw new RejectedException(RejectionReason.TOO_MANY_NAMES, path.placeOf(certificate));
        }
        return Arrays.stream(asserted)
                .map(PolicyInformation::getPolicyIdentifier)
                .collect(Collectors.toSet());
    }

    /** Section 6.1.4 a, and a limit to their number. */
    private static void checkMappings(ParsedCertificate certificate, CertificatePath path) throws RejectedException {
        Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> mappings = mappingsOf(certificate);
        int pairs = mappings.values().stream().mapToInt(Set::size).sum();
        if (pairs > MOST) {
            throw new RejectedException(RejectionReason.TOO_MANY_NAMES, path.placeOf(certificate));
        }
        boolean mapsAny =
                mappings.containsKey(ANY) || mappings.values().stream().anyMatch(subjects -> subjects.contains(ANY));
        if (mapsAny) {
            throw new RejectedException(RejectionReason.POLICY, path.placeOf(certificate) + " maps anyPolicy");
        }
    }

    private static Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> mappingsOf(ParsedCertificate certificate) {
        Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> mappings = new HashMap<>();
        Optional<ASN1Encodable> value = certificate.value(Extension.policyMappings);
        for (ASN1Encodable pair : value.map(ASN1Sequence::getInstance).orElse(new DERSequence())) {
            ASN1Sequence both = ASN1Sequence.getInstance(pair);
            mappings.computeIfAbsent(policy(both.getObjectAt(0)), any -> new HashSet<>())
                    .add(policy(both.getObjectAt(1)));
        }
        return mappings;
    }

    private static ASN1ObjectIdentifier policy(ASN1Encodable value) {
        return ASN1ObjectIdentifier.getInstance(CertPolicyId.getInstance(value).toASN1Primitive());
    }

    private static Optional<PolicyConstraints> constraintsOf(ParsedCertificate certificate) {
        return certificate.value(Extension.policyConstraints).map(PolicyConstraints::getInstance);
    }

    /** Longer than any path is as good as longest. */
    private static int bounded(BigInteger skip) {
        return skip.bitLength() < Integer.SIZE - 1 ? skip.intValue() : Integer.MAX_VALUE;
    }
}
