package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.algorithm.AllowedAlgorithms;

/** The rules of RFC 5280 section 6.1, and those that only a web server's certificate is held to. */
final class Rfc5280Rules {
    private Rfc5280Rules() {}

    /** What makes a certificate useless as an issuer, whatever is beneath it. */
    static List<CertificateRule> ofIssuers(Expectation expectation) {
        return List.of(
                new NameSizeRule(),
                new ExtensionFormRule(),
                new CertificationRightRule(),
                new AlgorithmRule(AllowedAlgorithms.COMMON),
                issuer -> ValidityRule.check(issuer, expectation.at(), "a CA"));
    }

    /** What any path is held to, that of a list's signer too. */
    static List<PathRule> ofPaths(Rfc5280Question question) {
        List<PathRule> rules = new ArrayList<>(List.of(
                new EachCertificateRule(
                        new NameSizeRule(),
                        new ExtensionFormRule(),
                        new NamePresenceRule(),
                        new CriticalExtensionRule()),
                new CommonAlgorithmRule(),
                new ValidityRule(),
                new AuthoritiesRule(new CertificationRightRule()),
                new PathLengthRule(),
                new NameConstraintsRule()));
        question.maxDepth().ifPresent(most -> rules.add(new DepthRule(most)));
        return rules;
    }

    /** What the certificate in question is held to, by itself. */
    static List<PathRule> ofLeaves(Rfc5280Question question) {
        List<PathRule> rules = new ArrayList<>(List.of(
                new CommonAlgorithmRule(),
                new ValidityRule(),
                new LeafKeyUsageRule(question.keyUsage()),
                new PeerIdentityRule()));
        if (isForServers(question)) {
            rules.add(new BrowserLeafRule());
            rules.add(new ServerNameSyntaxRule());
            rules.add(new BrowserCommonNameRule());
        }
        return rules;
    }

    /** What its whole path is held to besides what any path is. */
    static List<PathRule> ofChains(Rfc5280Question question) {
        List<PathRule> rules = new ArrayList<>(List.of(new PolicyRule(question.policy()), new PurposeNestingRule()));
        if (isForServers(question)) {
            rules.add(new KeyIdentifiersRule());
            rules.add(new BrowserAuthoritiesRule());
            rules.add(new EachCertificateRule(new BrowserKeyRule(), new InformationAccessRule()));
            rules.add(new BelowRootRule(new SerialNumberRule()));
        }
        return rules;
    }

    private static boolean isForServers(Rfc5280Question question) {
        return question.expectation().purpose() == Purpose.SERVER_AUTH;
    }
}
